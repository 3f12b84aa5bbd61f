using System.Text.Json;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Acceptance;

/// <summary>
/// The main job on real input: persistent low income × unemployed × receivers of social assistance per inhabitant, asked for by
/// clients in two other languages.
/// </summary>
public class Kommuner2013Tests(Kommuner2013 kommuner) : IClassFixture<Kommuner2013>
{
    private const string Query = """
        {"zone_set": "kommune-2013", "period": "2013", "product": {"factors": [
          {"indicator": "persistent-low-income", "scale": 0.01}, {"indicator": "unemployed", "scale": 0.01}, {"indicator": "social-assistance", "scale": 0.01}]}}
        """;

    [Fact]
    public async Task Two_clients_get_the_same_numbers_to_the_last_bit()
    {
        var request = $"{{\"query\": {Query}}}";
        var node = await ClientProcess.CallAsync("grpc-js", kommuner.Served.GrpcAddress, "IndexService/GetOpphopingsindeks", request);
        var python = await ClientProcess.CallAsync("grpcio", kommuner.Served.GrpcAddress, "IndexService/GetOpphopingsindeks", request);

        foreach (var column in (string[])["raw", "weighted_share", "relative_index", "ranks"])
        {
            var bits = Bits(node, column);
            Assert.Equal(428, bits.Count);
            Assert.Equal(bits, Bits(python, column));
        }

        Assert.Equal(426, ClientTests.Numbers(node, "raw").Count(double.IsFinite));
        Assert.Equal(1, ClientTests.Numbers(python, "weighted_share").Where(double.IsFinite).Sum(), 1e-12);

        // grep -E '"(1144|1151)"' sosialhjelp.csv, personer, alle, alle: ":" in both.
        Assert.Equal(
            ["1144 social-assistance OBSERVATION_STATUS_SUPPRESSED", "1151 social-assistance OBSERVATION_STATUS_SUPPRESSED"],
            python.GetProperty("missing").EnumerateArray().Select(Told));
        Assert.Equal(node.GetProperty("missing").EnumerateArray().Select(Told), python.GetProperty("missing").EnumerateArray().Select(Told));
    }

    [Fact]
    public async Task A_client_that_computes_the_index_from_the_tables_itself_agrees()
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync(
            "/usr/bin/python3", "grpcio/kommuner_2013.py", kommuner.Served.GrpcAddress.Authority, kommuner.Data);

        Assert.True(exitCode == 0, errors);
        Assert.Equal("""{"kommuner": 428, "with_value": 426, "missing": ["1144", "1151"]}""", output.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(ClientProcess.All), MemberType = typeof(ClientProcess))]
    public async Task One_kommune_is_explained(string client)
    {
        var answer = await ClientProcess.CallAsync(client, kommuner.Served.GrpcAddress, "IndexService/ExplainIndex", $"{{\"query\": {Query}, \"code\": \"0301\"}}");
        var factors = answer.GetProperty("factors").EnumerateArray().Select(factor => factor.GetProperty("value").GetProperty("value").GetDouble()).ToList();

        Assert.Equal(426, answer.GetProperty("ranked_zones").GetInt32());
        Assert.Equal(3, factors.Count);
        Assert.Equal(answer.GetProperty("raw").GetProperty("value").GetDouble(), factors.Aggregate(1.0, (product, factor) => product * factor), 1e-15);
    }

    [Theory]
    [MemberData(nameof(ClientProcess.All), MemberType = typeof(ClientProcess))]
    public async Task Oslos_bydeler_are_compared(string client)
    {
        var listed = await ClientProcess.CallAsync(
            client, kommuner.Served.GrpcAddress, "ZoneService/ListZones", """{"zone_set": "bydel-2013", "parent": {"zone_set": "kommune-2013", "code": "0301"}}""");
        var bydeler = listed.GetProperty("zones").EnumerateArray().Select(zone => zone.GetProperty("ref")).ToList();
        var answer = await ClientProcess.CallAsync(
            client,
            kommuner.Served.GrpcAddress,
            "ComparisonService/CompareZones",
            $"{{\"zones\": [{string.Join(',', bydeler)}], \"selections\": [{{\"indicator\": \"persistent-low-income\", \"period\": \"2013\"}}]}}");
        var compared = answer.GetProperty("comparisons")[0].GetProperty("values").EnumerateArray()
            .Zip(answer.GetProperty("zones").EnumerateArray(), (value, zone) => (Code: zone.GetProperty("ref").GetProperty("code").GetString()!, value))
            .ToDictionary(entry => entry.Code, entry => entry.value, StringComparer.Ordinal);

        // IMDi's vedvarende_lavinntekt.csv, 2013, alle, prosent: 030101 Gamle Oslo 20.5, 030106 Ullern 7.1, 030107 Vestre Aker 7.8.
        Assert.InRange(compared.Count, 15, 17);
        Assert.Equal(20.5, Value(compared["030101"]));
        Assert.Equal(7.1, Value(compared["030106"]));
        Assert.Equal(7.1 - 20.5, compared["030106"].GetProperty("difference").GetProperty("difference").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(7.8, Value(compared["030107"]));
    }

    private static double Value(JsonElement compared) => compared.GetProperty("value").GetProperty("value").GetDouble();

    private static string Told(JsonElement missing) =>
        $"{missing.GetProperty("code")} {missing.GetProperty("reason").GetProperty("subject")} {missing.GetProperty("reason").GetProperty("status")}";

    private static List<long> Bits(JsonElement answer, string column) => [.. ClientTests.Numbers(answer, column).Select(BitConverter.DoubleToInt64Bits)];
}
