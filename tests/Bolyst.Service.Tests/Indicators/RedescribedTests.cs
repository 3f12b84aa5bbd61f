using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Service.Tests.Indicators;

public class RedescribedTests
{
    private static readonly IndicatorHead Rate = new(
        "low-income", new("Låg inntekt"), "okonomi", new("Definisjon"), "teller", "nevner", null, "percent", 100, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Rate);

    [Fact]
    public async Task Counts_stay_when_a_later_delivery_describes_the_indicator_as_a_bare_rate()
    {
        await using var served = await Served.StartAsync();
        await using (var session = await served.Store.BeginImportAsync(Delivery("a")))
        {
            var zones = await session.AddZoneSetAsync(
                new("krets", "krets", new("Krets"), new(2020, 1, 1), null, IsPartition: true, "CC0"), [new ZoneRow("01", "Krets 01", Sample.Square(0))]);
            var indicator = await session.AddIndicatorAsync(Rate);
            await using (var writer = await session.BeginObservationsAsync())
            {
                await writer.WriteAsync(new(indicator, zones.ZoneIds["01"], Period.Parse("2020"), "", 10, 100, 10, ObservationStatus.Value));
                await writer.CompleteAsync();
            }

            await session.CommitAsync("{}");
        }

        await using (var session = await served.Store.BeginImportAsync(Delivery("b")))
        {
            await session.AddIndicatorAsync(Rate with { Form = MeasureForm.BareRate });
            await session.CommitAsync("{}");
        }

        var answer = await served.Grpc.CallAsync<V1.GetIndicatorValuesResponse>(
            new V1.GetIndicatorValuesRequest { ZoneSet = "krets", Selections = { new V1.IndicatorSelection { Indicator = "low-income" } }, AsOf = 2 });

        Assert.Equal([10.0], answer.Columns[0].Numerators);
        Assert.Equal([100.0], answer.Columns[0].Denominators);
    }

    private static DeliveryHead Delivery(string key) => new(key, new(key), "Prøvekontoret", "CC0", null, null, null, "delivery: " + key, [], "sha-" + key);
}
