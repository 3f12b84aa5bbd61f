using Bolyst.Service.Messages;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Opphoping;
using Bolyst.Store.Model;
using Google.Protobuf.Reflection;

namespace Bolyst.Service.Tests.Contract;

/// <summary>What holds the contract and the code together.</summary>
public class ContractTests
{
    private static readonly FileDescriptor[] Services =
    [
        V1.ZoneServiceReflection.Descriptor, V1.IndicatorServiceReflection.Descriptor, V1.IndexServiceReflection.Descriptor,
        V1.ComparisonServiceReflection.Descriptor, V1.OmradesatsingServiceReflection.Descriptor, V1.DeliveryServiceReflection.Descriptor,
        V1.AnalysisServiceReflection.Descriptor,
    ];

    [Fact]
    public void Every_enum_value_has_the_same_name_on_both_sides()
    {
        Same<ObservationStatus, V1.ObservationStatus>(Codes.ToMessage);
        Same<Polarity, V1.Polarity>(Codes.ToMessage);
        Same<MeasureForm, V1.MeasureForm>(Codes.ToMessage);
        Same<OmradesatsingStatus, V1.OmradesatsingStatus>(Codes.ToMessage);
        Same<ReasonCode, V1.ReasonCode>(Codes.ToMessage);
        Same<RankDirection, V1.RankDirection>(Codes.ToMessage);
        Same<TieRule, V1.RankTies>(Codes.ToMessage);
        Same<WorseEnd, V1.WorseEnd>(end => ((WorseEnd?)end).ToMessage());
        Same<FactorReading, V1.FactorReading>(Codes.ToMessage, except: FactorReading.ByPolarity);
    }

    [Fact]
    public void Every_read_is_marked_free_of_side_effects() => Assert.All(
        Services.SelectMany(file => file.Services).SelectMany(service => service.Methods),
        method => Assert.Equal(MethodOptions.Types.IdempotencyLevel.NoSideEffects, method.GetOptions()?.IdempotencyLevel));

    [Fact]
    public void Every_answer_says_its_dataset_version() => Assert.All(
        Services.SelectMany(file => file.Services).SelectMany(service => service.Methods).Where(method => method.Name != "GetDelivery"),
        method => Assert.NotNull(method.OutputType.FindFieldByName("dataset_version")));

    [Fact]
    public void Every_list_is_paged() => Assert.All(
        Services.SelectMany(file => file.Services).SelectMany(service => service.Methods).Where(method => method.Name.StartsWith("List", StringComparison.Ordinal)),
        method => Assert.All(["page_size", "page_token"], field => Assert.NotNull(method.InputType.FindFieldByName(field))));

    [Fact]
    public void Old_compilers_can_read_the_contract() => Assert.All(
        Services.SelectMany(file => file.Dependencies.Append(file)).Where(file => file.Package == "bolyst.v1").SelectMany(file => file.MessageTypes).SelectMany(message => message.Oneofs),

        // protoc before 3.15 knows no proto3 `optional`, which is a synthetic oneof.
        oneof => Assert.False(oneof.IsSynthetic, $"{oneof.FullName} is `optional`; write a oneof of one member instead."));

    private static void Same<TModel, TMessage>(Func<TModel, TMessage> map, params TModel[] except)
        where TModel : struct, Enum
        where TMessage : struct, Enum
    {
        var model = Enum.GetValues<TModel>().Except(except).ToList();
        Assert.All(model, value => Assert.Equal(value.ToString(), map(value).ToString()));
        Assert.Equal(model.Count, Enum.GetValues<TMessage>().Length - 1);
    }
}
