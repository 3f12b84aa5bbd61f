using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Store.Model;

namespace Bolyst.Service.Styles.Words;

/// <summary>The words of legends and styles in one language.</summary>
internal sealed partial record StyleWords
{
    private const string Exact = "#,##0.###############";

    /// <summary>Every language; bokmål first, which is the default.</summary>
    public static IReadOnlyList<StyleWords> All => [Nb, Nn, En];

    /// <summary>Code of the language: nb, nn or en.</summary>
    public required string Language { get; init; }

    /// <summary>How numbers are written.</summary>
    public required NumberFormatInfo Numbers { get; init; }

    /// <summary>Before the break of the first class.</summary>
    public required string Under { get; init; }

    /// <summary>After the break of the last class.</summary>
    public required string OrMore { get; init; }

    /// <summary>How a reader knows which end is harder, by polarity.</summary>
    public required string HigherIsWorse { get; init; }

    public required string HigherIsBetter { get; init; }

    public required string Neutral { get; init; }

    public required string ContextOnly { get; init; }

    public required string FirstIsHighest { get; init; }

    public required string AroundAverage { get; init; }

    public required string Quantile { get; init; }

    public required string QuantileAround { get; init; }

    public required string Jenks { get; init; }

    public required string Fixed { get; init; }

    public required string Source { get; init; }

    public required string Boundaries { get; init; }

    public required string Period { get; init; }

    public required string Version { get; init; }

    public required string Zone { get; init; }

    public required string Zones { get; init; }

    public required string Classes { get; init; }

    public required string WithoutNumber { get; init; }

    /// <summary>What a map of zones must not be read as.</summary>
    public required string Caveat { get; init; }

    /// <summary>Units, by their names in layers.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>Statuses, by their names in layers.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    /// <summary>Any other reason why an index has no number.</summary>
    public required string NotComputable { get; init; }

    /// <summary>The words of a language.</summary>
    /// <param name="language">nb, nn or en; empty for nb.</param>
    /// <exception cref="Rpc.RpcException">Another.</exception>
    public static StyleWords Find(string language) => language.Length == 0 ? Nb
        : All.FirstOrDefault(words => string.Equals(words.Language, language, StringComparison.Ordinal))
        ?? throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "lang", $"is '{language}'. Send nb, nn or en.");

    /// <summary>A delivered text in this language, else in bokmål.</summary>
    public string Of(LocalizedText text) => Language switch
    {
        "nn" => text.Nn ?? text.Nb,
        "en" => text.En ?? text.Nb,
        _ => text.Nb,
    };

    /// <summary>A unit in words; one that is not known as it was delivered.</summary>
    public string Unit(string unit) => Units.GetValueOrDefault(unit, unit);

    /// <summary>A status in words.</summary>
    public string Status(string status) => Statuses.GetValueOrDefault(status, NotComputable);

    /// <summary>A number with so many decimals.</summary>
    public string Number(double number, int decimals) => number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Numbers);

    /// <summary>How many decimals it takes to write a number as it is.</summary>
    public static int DecimalsOf(double number) =>
        number.ToString(Exact, CultureInfo.InvariantCulture) is var text && text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;

    /// <summary>A number as short as it is exact.</summary>
    public string Number(double number) => number.ToString(Exact, Numbers);

    /// <summary>Numbers with a decimal comma and groups of three by a space that does not break, as the Norwegian language council asks.</summary>
    private static NumberFormatInfo Norwegian() => new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00a0",
        NegativeSign = "−",
    };
}
