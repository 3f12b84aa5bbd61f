using System.Text.Json;
using Bolyst.Cli.Demo.Files;
using Bolyst.Cli.Demo.Kommune;
using Bolyst.Cli.Demo.Register;

namespace Bolyst.Cli.Demo;

/// <summary>What was planted, for a reader and for a test: never read by Bolyst itself.</summary>
/// <param name="Seed">The seed of the delivery.</param>
/// <param name="HotCluster">The zones with raised chances.</param>
/// <param name="Effect">The effect of one områdesatsing.</param>
/// <param name="WithoutEffect">The other områdesatsing, which changed nothing.</param>
/// <param name="CodeReform">What was renumbered, divided and joined.</param>
/// <param name="Suppressed">How many cells are hidden, by level and indicator.</param>
/// <param name="Uninhabited">The grunnkrets without residents, by its code from 2018.</param>
/// <param name="Population">Residents of the kommune by year.</param>
internal sealed record Truths(
    ulong Seed,
    HotClusterTruth HotCluster,
    EffectTruth Effect,
    WithoutEffectTruth WithoutEffect,
    CodeReformTruth CodeReform,
    IReadOnlyList<SuppressedTruth> Suppressed,
    string Uninhabited,
    IReadOnlyDictionary<int, int> Population)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JsonText.Options.Encoder,
    };

    public static Task WriteAsync(string path, DemoKommune kommune, Suppression suppression, ulong seed, CancellationToken ct) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(Of(kommune, suppression, seed), Options) + "\n", ct);

    private static Truths Of(DemoKommune kommune, Suppression suppression, ulong seed)
    {
        var divisions = kommune.Divisions;
        return new Truths(
            seed,
            new HotClusterTruth(kommune.HotZones.Select(zone => zone.Code).Order(StringComparer.Ordinal).ToList(), HotFactors()),
            new EffectTruth(
                kommune.Programme.Key,
                Register.Effect.Indicator,
                Register.Effect.FirstYear,
                Register.Effect.PerMillion / 10_000.0,
                CodesTouching(divisions.Before, kommune.Programme),
                CodesTouching(divisions.After, kommune.Programme),
                TreatedPerThousand(kommune)),
            new WithoutEffectTruth(kommune.WithoutEffect.Key, CodesTouching(divisions.After, kommune.WithoutEffect)),
            new CodeReformTruth(
                Kommune.CodeReform.Year,
                Kommune.CodeReform.KommuneBefore,
                Kommune.CodeReform.Kommune,
                divisions.Before.Single(grunnkrets => grunnkrets.Cells.Contains(divisions.Divided[0])).Code,
                divisions.After.Single(grunnkrets => grunnkrets.Cells.Contains(divisions.Joined[0])).Code,
                divisions.Changes.Count),
            SuppressedCounts(kommune, suppression),
            divisions.After.Single(grunnkrets => grunnkrets.Cells.Contains(kommune.Residents.Uninhabited)).Code,
            Residents.Years.ToDictionary(year => year, year => kommune.Whole.Cells.Sum(cell => kommune.Residents.Of(cell, year))));
    }

    private static Dictionary<string, double> HotFactors() =>
        DemoIndicators.Counted.ToDictionary(indicator => indicator.Key, indicator => indicator.Hot / 1000.0, StringComparer.Ordinal);

    private static List<string> CodesTouching(IEnumerable<Grunnkrets> division, DemoOmradesatsing programme) =>
        division.Where(grunnkrets => grunnkrets.Cells.Intersect(programme.TreatedCells).Any()).Select(grunnkrets => grunnkrets.Code).ToList();

    /// <summary>Of each zone's residents in the reform year, how many in a thousand live in a treated cell; zones without any are left out.</summary>
    private static Dictionary<string, int> TreatedPerThousand(DemoKommune kommune)
    {
        return kommune.Levekarssoner
            .Where(zone => zone.Cells.Intersect(kommune.Programme.TreatedCells).Any())
            .ToDictionary(zone => zone.Code, zone => 1000 * ResidentsIn(zone.Cells.Intersect(kommune.Programme.TreatedCells)) / ResidentsIn(zone.Cells), StringComparer.Ordinal);

        int ResidentsIn(IEnumerable<int> cells) => cells.Sum(cell => kommune.Residents.Of(cell, Kommune.CodeReform.Year));
    }

    private static List<SuppressedTruth> SuppressedCounts(DemoKommune kommune, Suppression suppression)
    {
        return DemoIndicators.Counted
            .SelectMany(indicator => new[]
            {
                Count("levekarssone", indicator, year => kommune.Levekarssoner.Select(zone => zone.CodeIn(year))),
                Count("grunnkrets", indicator, year => kommune.Divisions.In(year).Select(grunnkrets => grunnkrets.Code)),
            })
            .Where(truth => truth.Small + truth.Complement > 0)
            .ToList();

        SuppressedTruth Count(string level, DemoIndicator indicator, Func<int, IEnumerable<string>> codesIn)
        {
            var reasons = Residents.Years.SelectMany(codesIn, (year, code) => suppression.Of(code, indicator.Key, year)).ToList();
            return new SuppressedTruth(level, indicator.Key, reasons.Count(reason => reason == Hidden.Small), reasons.Count(reason => reason == Hidden.Complement));
        }
    }
}

/// <param name="Levekarssoner">Codes from 2018.</param>
/// <param name="Factors">What each indicator's chance is multiplied by there.</param>
internal sealed record HotClusterTruth(IReadOnlyList<string> Levekarssoner, IReadOnlyDictionary<string, double> Factors);

/// <param name="Omradesatsing">Its key.</param>
/// <param name="Indicator">What it changed.</param>
/// <param name="FirstYear">The first year that differs.</param>
/// <param name="PercentagePoints">The change of the chance in every treated grunnkrets.</param>
/// <param name="GrunnkretserBefore">Treated, by code until 2017.</param>
/// <param name="Grunnkretser">Treated, by code from 2018.</param>
/// <param name="TreatedPerThousandOfLevekarssone">The boundary follows no zone: how many in a thousand of a zone's residents are treated.</param>
internal sealed record EffectTruth(
    string Omradesatsing,
    string Indicator,
    int FirstYear,
    double PercentagePoints,
    IReadOnlyList<string> GrunnkretserBefore,
    IReadOnlyList<string> Grunnkretser,
    IReadOnlyDictionary<string, int> TreatedPerThousandOfLevekarssone);

/// <param name="Omradesatsing">Its key.</param>
/// <param name="Grunnkretser">Inside, by code from 2018.</param>
internal sealed record WithoutEffectTruth(string Omradesatsing, IReadOnlyList<string> Grunnkretser);

/// <param name="Year">The first year with the new codes.</param>
/// <param name="KommuneBefore">Kommunenummer until then.</param>
/// <param name="Kommune">Kommunenummer since.</param>
/// <param name="Divided">The grunnkrets, by its code before, that became two.</param>
/// <param name="Joined">The grunnkrets, by its code since, that two became.</param>
/// <param name="Links">How many pairs of codes before and since.</param>
internal sealed record CodeReformTruth(int Year, string KommuneBefore, string Kommune, string Divided, string Joined, int Links);

/// <param name="Level">levekarssone or grunnkrets.</param>
/// <param name="Indicator">Its key.</param>
/// <param name="Small">Hidden because fewer than three are, or are not, counted.</param>
/// <param name="Complement">Hidden so that a small one cannot be subtracted.</param>
internal sealed record SuppressedTruth(string Level, string Indicator, int Small, int Complement);
