using System.Text;
using Bolyst.Statistics;

namespace Bolyst.Service.Layers;

/// <summary>Statuses and reasons as layers write them: <c>not_delivered</c>, <c>input_missing</c>.</summary>
internal static class StatusNames
{
    /// <summary>The status of a number of an index.</summary>
    public const string Value = "value";

    private static readonly Dictionary<ObservationStatus, string> Statuses = Enum.GetValues<ObservationStatus>().ToDictionary(status => status, status => Words(status.ToString()));
    private static readonly Dictionary<ReasonCode, string> Reasons = Enum.GetValues<ReasonCode>().ToDictionary(reason => reason, reason => Words(reason.ToString()));

    public static string Of(ObservationStatus status) => Statuses[status];

    public static string Of(ReasonCode reason) => Reasons[reason];

    /// <summary>A name of an enum as words: <c>NotDelivered</c> is <c>not_delivered</c>.</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append('_');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
