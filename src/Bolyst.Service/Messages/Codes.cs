using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Opphoping;
using Bolyst.Store.Model;

namespace Bolyst.Service.Messages;

/// <summary>
/// Enum values of the rooms below as the contract numbers them. Protobuf keeps 0 for "unspecified", so enums that start at 0 are moved
/// by one; a test holds every name of both sides together.
/// </summary>
internal static class Codes
{
    public static V1.ObservationStatus ToMessage(this ObservationStatus status) => (V1.ObservationStatus)((int)status + 1);

    public static V1.Polarity ToMessage(this Polarity polarity) => (V1.Polarity)((int)polarity + 1);

    public static V1.MeasureForm ToMessage(this MeasureForm form) => (V1.MeasureForm)((int)form + 1);

    public static V1.OmradesatsingStatus ToMessage(this OmradesatsingStatus status) => (V1.OmradesatsingStatus)((int)status + 1);

    public static V1.ReasonCode ToMessage(this ReasonCode code) => (V1.ReasonCode)code;

    public static V1.FactorReading ToMessage(this FactorReading reading) => (V1.FactorReading)reading;

    public static FactorReading ToModel(this V1.FactorReading reading) => (FactorReading)reading;

    public static V1.WorseEnd ToMessage(this WorseEnd? end) => end is { } worse ? (V1.WorseEnd)worse : V1.WorseEnd.Unspecified;

    public static WorseEnd? ToModel(this V1.WorseEnd end) => end == V1.WorseEnd.Unspecified ? null : (WorseEnd)end;

    public static V1.RankDirection ToMessage(this RankDirection direction) => (V1.RankDirection)direction;

    public static RankDirection ToModel(this V1.RankDirection direction) =>
        direction == V1.RankDirection.Unspecified ? RankDirection.HighestFirst : (RankDirection)direction;

    public static V1.RankTies ToMessage(this TieRule ties) => (V1.RankTies)ties;

    public static TieRule ToModel(this V1.RankTies ties) => ties == V1.RankTies.Unspecified ? TieRule.Min : (TieRule)ties;
}
