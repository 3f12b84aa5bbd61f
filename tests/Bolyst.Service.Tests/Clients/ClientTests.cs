using System.Text.Json;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Clients;

/// <summary>Clients in other languages get the same as the tests in this one. ./bolyst test runs tests/clients/setup first.</summary>
public class ClientTests(Sample sample)
{
    private const string Product = """
        {"query": {"zone_set": "krets-2020", "period": "2020",
          "product": {"factors": [{"indicator": "low-income"}, {"indicator": "unemployed"}, {"indicator": "receivers", "per": "population"}]}}}
        """;

    [Theory]
    [MemberData(nameof(ClientProcess.All), MemberType = typeof(ClientProcess))]
    public async Task The_index_is_the_same_to_the_last_bit(string client)
    {
        var expected = await sample.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(V1.GetOpphopingsindeksRequest.Parser.ParseJson(Product));
        var answer = await ClientProcess.CallAsync(client, sample.Served.GrpcAddress, "IndexService/GetOpphopingsindeks", Product);

        Assert.Equal(expected.Raw.Select(BitConverter.DoubleToInt64Bits), Numbers(answer, "raw").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(expected.RelativeIndex.Select(BitConverter.DoubleToInt64Bits), Numbers(answer, "relative_index").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal("SUPPRESSED", answer.GetProperty("missing")[0].GetProperty("reason").GetProperty("status").GetString()!.Split('_')[^1]);
    }

    [Theory]
    [MemberData(nameof(ClientProcess.All), MemberType = typeof(ClientProcess))]
    public async Task Errors_carry_their_reason_and_field(string client)
    {
        var fault = await ClientProcess.FailAsync(client, sample.Served.GrpcAddress, "ZoneService/GetZone", "{}");

        Assert.Equal(
            ("INVALID_ARGUMENT", "FIELD_REQUIRED", "zone"),
            (fault.GetProperty("code").GetString(), fault.GetProperty("reason").GetString(), fault.GetProperty("fields")[0].GetString()));
    }

    [Theory]
    [MemberData(nameof(ClientProcess.All), MemberType = typeof(ClientProcess))]
    public async Task A_stream_comes_in_batches(string client)
    {
        var (_, output, _) = await ClientProcess.RunAsync(client, sample.Served.GrpcAddress, "ZoneService/StreamZones", """{"zone_set": "krets-2020", "batch_size": 2}""");

        Assert.Equal([2, 2, 1], output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("zones").GetArrayLength()));
    }

    internal static IEnumerable<double> Numbers(JsonElement answer, string field) => answer.GetProperty(field).EnumerateArray()
        .Select(number => number.ValueKind == JsonValueKind.String ? double.NaN : number.GetDouble());
}
