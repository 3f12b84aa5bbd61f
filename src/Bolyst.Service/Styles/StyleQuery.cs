using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Styles.Colours;
using Bolyst.Service.Styles.Words;
using Bolyst.Statistics.Classification;

namespace Bolyst.Service.Styles;

/// <summary>How a field is to be drawn.</summary>
/// <param name="Method">How breaks are found.</param>
/// <param name="Classes">Classes wanted; null for the default.</param>
/// <param name="Breaks">Breaks that are given; empty when the method finds them.</param>
/// <param name="Palette">Colours; null for those that suit the field.</param>
/// <param name="Words">The language.</param>
/// <param name="Kommune">Code of the kommune whose zones alone are counted and make the classes; null for all zones of the layer.</param>
internal sealed record StyleQuery(ClassMethod Method, int? Classes, IReadOnlyList<double> Breaks, Palette? Palette, StyleWords Words, string? Kommune)
{
    private const int FewestClasses = 3;

    /// <summary>Parameters that say how a field is drawn, with those that say which numbers.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["method", "classes", "breaks", "palette", "lang", "kommune", "period", "as_of"];

    /// <summary>Quantiles in bokmål.</summary>
    public static StyleQuery Default { get; } = new(ClassMethod.Quantile, Classes: null, [], Palette: null, StyleWords.Nb, Kommune: null);

    /// <summary>Reads the parameters.</summary>
    /// <exception cref="Rpc.RpcException">One cannot be read, is unknown, or contradicts another.</exception>
    public static StyleQuery Read(IQueryCollection query)
    {
        var breaks = ReadBreaks(query["breaks"].ToString());
        var method = ReadMethod(query["method"].ToString(), breaks.Count > 0);
        var classes = ReadClasses(query["classes"].ToString());
        if (method == ClassMethod.Fixed && breaks.Count == 0)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldRequired, "breaks", "must be given for fixed classes: numbers between the classes, separated by commas.");
        if (method != ClassMethod.Fixed && breaks.Count > 0)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "breaks", "are for method=fixed. Leave them out, or leave out the method.");
        if (method == ClassMethod.Fixed && classes is not null && classes != breaks.Count + 1)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "classes", string.Create(CultureInfo.InvariantCulture, $"is {classes}, but {breaks.Count} breaks make {breaks.Count + 1} classes. Leave it out."));
        var (palette, kommune) = (query["palette"].ToString(), query["kommune"].ToString());
        return new(method, classes, breaks, palette.Length == 0 ? null : Palette.Find(palette), StyleWords.Find(query["lang"].ToString()), kommune.Length == 0 ? null : kommune);
    }

    /// <summary>A method's name in requests and answers.</summary>
    public static string NameOf(ClassMethod method) => method.ToString().ToLowerInvariant();

    private static ClassMethod ReadMethod(string text, bool hasBreaks) => text switch
    {
        "" => hasBreaks ? ClassMethod.Fixed : ClassMethod.Quantile,
        "quantile" => ClassMethod.Quantile,
        "jenks" => ClassMethod.Jenks,
        "fixed" => ClassMethod.Fixed,
        _ => throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "method", $"is '{text}'. Send quantile, jenks or fixed."),
    };

    private static int? ReadClasses(string text) => text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var classes) && classes is >= FewestClasses and <= ClassRule.MostClasses ? classes
        : throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "classes", $"is '{text}'. Send {FewestClasses} to {ClassRule.MostClasses}.");

    private static IReadOnlyList<double> ReadBreaks(string text)
    {
        if (text.Length == 0)
            return [];
        var breaks = new List<double>();
        foreach (var part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, "breaks", $"has '{part}', which is not a number. Send numbers with a decimal point, separated by commas.");
            if (breaks.Count > 0 && number <= breaks[^1])
                throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "breaks", "must rise: each greater than the one before.");
            breaks.Add(number);
        }

        return breaks.Count < ClassRule.MostClasses
            ? breaks
            : throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "breaks", $"are more than {ClassRule.MostClasses - 1}.");
    }
}
