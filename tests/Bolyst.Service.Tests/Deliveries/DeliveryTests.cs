using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Deliveries;

public class DeliveryTests(Sample sample)
{
    [Fact]
    public async Task Deliveries_come_newest_first_in_pages()
    {
        var first = await sample.Grpc.CallAsync<V1.ListDeliveriesResponse>(new V1.ListDeliveriesRequest { PageSize = 1 });
        var second = await sample.Grpc.CallAsync<V1.ListDeliveriesResponse>(new V1.ListDeliveriesRequest { PageSize = 1, PageToken = first.NextPageToken });

        Assert.Equal((2L, "proveby-retting"), (first.Deliveries.Single().Version, first.Deliveries.Single().Key));
        Assert.Equal((1L, "CC0", "2021-01-15"), (second.Deliveries.Single().Version, second.Deliveries.Single().Licence, second.Deliveries.Single().ReceivedOn));
        Assert.Empty(second.NextPageToken);
    }

    [Fact]
    public async Task A_delivery_has_its_files_its_description_and_its_report()
    {
        var answer = await sample.Grpc.CallAsync<V1.GetDeliveryResponse>(new V1.GetDeliveryRequest { Version = 1 });

        Assert.Equal("delivery:\n  key: proveby", answer.Description);
        Assert.Equal(("a.csv", 12L), (answer.Files.Single().Name, answer.Files.Single().Bytes));
        Assert.Contains("\"read\"", answer.ReportJson, StringComparison.Ordinal);
        Assert.Equal("post@example.org", answer.Contact);
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        await Expect.NotFoundAsync(V1.ErrorReason.DeliveryNotFound, () => sample.Grpc.CallAsync<V1.GetDeliveryResponse>(new V1.GetDeliveryRequest { Version = 99 }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "version", () => sample.Grpc.CallAsync<V1.GetDeliveryResponse>(new V1.GetDeliveryRequest()));
        await Expect.NotFoundAsync(V1.ErrorReason.DatasetVersionNotFound, () => sample.Grpc.CallAsync<V1.ListDeliveriesResponse>(new V1.ListDeliveriesRequest { AsOf = 99 }));
    }
}
