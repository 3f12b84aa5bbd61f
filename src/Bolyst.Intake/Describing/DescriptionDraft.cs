using System.Text;
using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Describing;

/// <summary>
/// Drafts a delivery description from files: what can be seen is written, what is guessed carries a comment, and what only a person
/// knows is marked FILL IN. The draft loads as it is.
/// </summary>
public sealed class DescriptionDraft
{
    private const string FillIn = "FILL IN";
    private const int CategoriesShown = 12;

    private readonly StringBuilder text = new();
    private readonly IReadOnlyList<ZoneSetCodes> known;

    private DescriptionDraft(IReadOnlyList<ZoneSetCodes> known) => this.known = known;

    /// <summary>Looks at files and drafts their description.</summary>
    /// <param name="files">The files, with the names that the draft gives them.</param>
    /// <param name="known">The zone sets to look for codes of; empty where the store cannot be reached.</param>
    /// <param name="gdal">How GDAL is run.</param>
    /// <param name="limits">How much the files may ask of the machine.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DeliveryFileException">A file can be read neither as outlines nor as a table.</exception>
    /// <exception cref="DescriptionException">A file holds several tables.</exception>
    public static async Task<string> WriteAsync(IReadOnlyList<DeliveryPath> files, IReadOnlyList<ZoneSetCodes> known, GdalSettings gdal, IntakeLimits limits, CancellationToken ct)
    {
        var profiles = new List<FileProfile>();
        foreach (var file in files)
        {
            profiles.Add(await FileProfile.LookAsync(file, gdal, limits, ct));
        }

        var draft = new DescriptionDraft(known);
        draft.Head(profiles[0].Name);
        draft.ZoneSets([.. profiles.Where(p => p.IsBoundary)]);
        draft.Tables([.. profiles.Where(p => !p.IsBoundary)]);
        return draft.text.ToString();
    }

    private void Head(string firstFile)
    {
        Line("# A draft by 'bolyst describe'. Lines marked 'guessed' were found by looking at the files; check them.");
        Line($"# {FillIn} what only you know. Then: bolyst import THIS-FILE --dry-run");
        Line("delivery:");
        Line($"  key: {YamlText.Key(Path.GetFileNameWithoutExtension(firstFile))}  # guessed from the file's name");
        Line($"  title: {FillIn}");
        Line($"  supplier: {FillIn}");
        Line($"  licence: {FillIn}");
    }

    private void ZoneSets(IReadOnlyList<FileProfile> files)
    {
        if (files.Count > 0)
        {
            Line("zoneSets:");
        }

        foreach (var file in files)
        {
            var code = Guesses.Code(file.Columns, []);
            var name = Guesses.Name(file.Columns, code?.Column);
            Line($"  # {file.Name}: {string.Join("; ", file.Remarks)}. Fields: {YamlText.OneLine(string.Join(", ", file.Columns.Select(c => c.Name)))}");
            Line($"  - key: {YamlText.Key(Path.GetFileNameWithoutExtension(file.Name))}  # guessed from the file's name");
            Line($"    level: {FillIn}");
            Line($"    name: {FillIn}");
            Line("    valid: {from: 1900-01-01}  # FILL IN the first and the last day");
            Line("    boundaries:");
            Line($"      files: [{YamlText.Quote(file.Name)}]");
            if (file.GuessedCrs is { } crs)
            {
                Line($"      crs: {crs}  # guessed: the file does not say");
            }

            var field = code?.Column.Name ?? FillIn;
            Line(code is { Pad: > 0 }
                ? $"      code: {{field: {YamlText.Quote(field)}, pad: {code.Pad}}}  # guessed; padded because some codes lack a zero"
                : $"      code: {{field: {YamlText.Quote(field)}}}  # guessed");
            if (name is not null)
            {
                Line($"      name: {YamlText.Quote(name.Name)}  # guessed");
            }

            if (code is not null && !code.Column.AreAllDifferent)
            {
                Line("      dissolveByCode: true  # guessed: some codes stand on several features");
            }
        }
    }

    private void Tables(IReadOnlyList<FileProfile> files)
    {
        var plans = files.Select(f => new TablePlan(f, known)).ToList();
        var numbers = plans.SelectMany(p => p.Numbers).Select(n => (Key: YamlText.Key(n.Name), n.Name, n.AreWhole)).DistinctBy(n => n.Key, StringComparer.Ordinal).ToList();
        if (numbers.Count > 0)
        {
            Line("indicators:");
        }

        foreach (var (key, name, areWhole) in numbers)
        {
            Line($"  - key: {key}  # guessed from the field's name");
            Line($"    name: {YamlText.Quote(name)}");
            Line($"    theme: {FillIn}");
            Line($"    definition: {FillIn}");
            Line(areWhole ? "    unit: count  # guessed: whole numbers" : "    unit: percent  # guessed: numbers with decimals");
            Line("    polarity: neutral  # FILL IN higherIsWorse, higherIsBetter, neutral or contextOnly");
        }

        if (plans.Count > 0)
        {
            Line("tables:");
        }

        foreach (var plan in plans)
        {
            Table(plan);
        }
    }

    private void Table(TablePlan plan)
    {
        Line($"  # {plan.File.Name}: {plan.File.Rows} rows looked at{string.Concat(plan.File.Remarks.Select(r => ", " + YamlText.OneLine(r)))}");
        Line($"  - file: {YamlText.Quote(plan.File.Name)}");
        Line($"    format: {plan.File.Format.ToString().ToLowerInvariant()}");
        Line(plan.Code?.ZoneSet is { } zoneSet
            ? $"    zoneSet: {zoneSet}  # guessed: it has {plan.Code.Matches} of the {plan.Code.Column.Texts.Count} codes in {YamlText.OneLine(plan.Code.Column.Name)}"
            : $"    zoneSet: {FillIn}");
        var pad = plan.Code is { Pad: > 0 } ? $", pad: {plan.Code.Pad}" : "";
        Line($"    zone: {{field: {YamlText.Quote(plan.Code?.Column.Name ?? FillIn)}{pad}}}  # guessed");
        Line(plan.Period is { } period ? $"    period: {{field: {YamlText.Quote(period.Name)}}}  # guessed" : "    period: {value: \"1900\"}  # FILL IN: no field holds periods");
        foreach (var category in plan.Categories)
        {
            Line($"    # field {YamlText.Quote(category.Name)} has {category.Texts.Count} texts: {string.Join(", ", category.Texts.Take(CategoriesShown).Select(YamlText.Quote))}{(category.Texts.Count > CategoriesShown ? ", …" : "")}. Choose rows with where:, or keep them apart with breakdown:");
        }

        if (plan.HasCommas)
        {
            Line("    decimal: comma  # guessed");
            Line("    thousands: space  # guessed");
        }

        if (plan.Marks.Count > 0)
        {
            Line($"    markers: {{{string.Join(", ", plan.Marks.Select(m => $"{YamlText.Quote(m)}: notDelivered"))}}}  # guessed: these stand among the numbers; say what each means");
        }

        Line("    values:");
        foreach (var number in plan.Numbers)
        {
            Line($"      - {{indicator: {YamlText.Key(number.Name)}, {(number.AreWhole ? "count" : "rate")}: {YamlText.Quote(number.Name)}}}  # guessed");
        }

        if (plan.Numbers.Count == 0)
        {
            Line($"      - {{indicator: fill-in, count: {FillIn}}}  # no field holds numbers");
        }
    }

    private void Line(string line) => text.Append(line).Append('\n');
}
