using System.Text;
using System.Text.Json;
using Bolyst.Cli.Demo.Files;
using Bolyst.Cli.Demo.Kommune;
using Bolyst.Cli.Demo.Register;

namespace Bolyst.Cli.Demo;

/// <summary>The tables of the delivery, in as many shapes and formats as a kommune meets: long and wide, delimited text, JSON, JSON-stat, spreadsheet.</summary>
internal sealed class DemoTables(DemoKommune kommune, Registers registers, DwellingPrices prices, Suppression suppression)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task WriteAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        await WriteDivisionAsync(Path.Combine(folder, "inndeling-2018.csv"), ct);
        await WriteCodeChangesAsync(Path.Combine(folder, "kodeendringar-2018.csv"), ct);
        await WriteLongAsync(Path.Combine(folder, "grunnkretsar-2012-2017.csv"), GrunnkretserIn, year => year < CodeReform.Year, ByGrunnkrets, ct);
        await WriteLongAsync(Path.Combine(folder, "grunnkretsar-2018-2023.csv"), GrunnkretserIn, year => year >= CodeReform.Year, ByGrunnkrets, ct);
        await WriteLongAsync(Path.Combine(folder, "bydelar.csv"), year => Codes(kommune.Bydeler, year), _ => true, DemoIndicators.Counted, ct);
        await WriteLongAsync(Path.Combine(folder, "kommune.csv"), year => Codes([kommune.Whole], year), _ => true, DemoIndicators.Counted, ct);
        await WriteCountryAsync(Path.Combine(folder, "landet.csv"), ct);
        await WriteEconomyAsync(Path.Combine(folder, "levekarssoner-okonomi.csv"), ct);
        await WriteWorkAsync(Path.Combine(folder, "levekarssoner-arbeid.json"), ct);
        await WriteUpbringingAsync(Path.Combine(folder, "levekarssoner-oppvekst.xlsx"));
        await WriteHousingAsync(Path.Combine(folder, "levekarssoner-bustad.json"), ct);
        await WriteElectionsAsync(Path.Combine(folder, "levekarssoner-val.tsv"), ct);
        await WriteSocietyAsync(Path.Combine(folder, "levekarssoner-samfunn.csv"), ct);
    }

    private static IEnumerable<DemoIndicator> ByGrunnkrets => DemoIndicators.Counted.Where(indicator => indicator.AlsoByGrunnkrets);

    private static IEnumerable<(string Code, IReadOnlyList<int> Cells)> Codes(IEnumerable<LastingZone> zones, int year) =>
        zones.Select(zone => (zone.CodeIn(year), zone.Cells));

    private IEnumerable<(string Code, IReadOnlyList<int> Cells)> GrunnkretserIn(int year) =>
        kommune.Divisions.In(year).Select(grunnkrets => (grunnkrets.Code, grunnkrets.Cells));

    private IEnumerable<(int Year, LastingZone Zone)> ZoneYears() => Residents.Years.SelectMany(_ => kommune.Levekarssoner, (year, zone) => (year, zone));

    private Count CountOf(string indicator, LastingZone zone, int year) => registers.Of(indicator, zone.Cells, year);

    private string Numerator(string indicator, LastingZone zone, int year) =>
        CellText.Numerator(CountOf(indicator, zone, year), suppression.Of(zone.CodeIn(year), indicator, year));

    private string Denominator(string indicator, LastingZone zone, int year) => CellText.Whole(CountOf(indicator, zone, year).Denominator);

    private Task WriteDivisionAsync(string path, CancellationToken ct)
    {
        var table = new DelimitedTable(';', "grunnkrets", "grunnkretsnamn", "levekårssone", "levekårssonenamn", "bydel", "bydelsnamn", "kommune", "kommunenamn");
        foreach (var grunnkrets in kommune.Divisions.After)
        {
            var zone = kommune.ZoneOf(grunnkrets.Cells[0]);
            var bydel = kommune.BydelOf(grunnkrets.Cells[0]);
            table.Add(grunnkrets.Code, grunnkrets.Name, zone.Code, zone.Name, bydel.Code, bydel.Name, kommune.Whole.Code, kommune.Whole.Name);
        }

        return table.WriteAsync(path, Utf8, ct);
    }

    private Task WriteCodeChangesAsync(string path, CancellationToken ct)
    {
        var table = new DelimitedTable(';', "frå", "til", "del");
        foreach (var change in kommune.Divisions.Changes)
        {
            table.Add(change.Before, change.After, change.ShareInTenThousandths == 10_000 ? "1" : $"0,{change.ShareInTenThousandths:0000}");
        }

        return table.WriteAsync(path, Utf8, ct);
    }

    /// <summary>A row for each area, year and indicator; folketal has only a count, kvadratmeterpris only a value.</summary>
    private Task WriteLongAsync(
        string path,
        Func<int, IEnumerable<(string Code, IReadOnlyList<int> Cells)>> areasIn,
        Func<int, bool> covers,
        IEnumerable<DemoIndicator> indicators,
        CancellationToken ct)
    {
        var table = new DelimitedTable(';', "kode", "år", "indikator", "teljar", "nemnar", "verdi");
        foreach (var year in Residents.Years.Where(covers))
        {
            var yearText = CellText.Whole(year);
            foreach (var (code, cells) in areasIn(year))
            {
                table.Add(code, yearText, DemoIndicators.PopulationKey, CellText.Whole(registers.ResidentsOf(cells, year)), "", "");
                foreach (var indicator in indicators.Where(indicator => indicator.IsFor(year)))
                {
                    var count = registers.Of(indicator.Key, cells, year);
                    var numerator = CellText.Numerator(count, suppression.Of(code, indicator.Key, year));
                    table.Add(code, yearText, indicator.Key, numerator, CellText.Whole(count.Denominator), "");
                }

                if (indicators.Count() == DemoIndicators.Counted.Count)
                {
                    table.Add(code, yearText, DemoIndicators.PriceKey, "", "", PriceText(cells, year));
                }
            }
        }

        return table.WriteAsync(path, Utf8, ct);
    }

    /// <summary>The country that Elvsund is a small part of, in the same columns.</summary>
    private static Task WriteCountryAsync(string path, CancellationToken ct)
    {
        var table = new DelimitedTable(';', "kode", "år", "indikator", "teljar", "nemnar");
        foreach (var year in Residents.Years)
        {
            table.Add(Landet.Code, CellText.Whole(year), DemoIndicators.PopulationKey, CellText.Whole(Landet.ResidentsIn(year)), "");
            foreach (var indicator in DemoIndicators.Counted.Where(indicator => indicator.IsFor(year)))
            {
                var count = Landet.Of(indicator, year);
                table.Add(Landet.Code, CellText.Whole(year), indicator.Key, CellText.Whole(count.Numerator), CellText.Whole(count.Denominator));
            }
        }

        return table.WriteAsync(path, Utf8, ct);
    }

    private string PriceText(IReadOnlyList<int> cells, int year) => prices.Of(cells, year) is { } price ? CellText.Whole(price) : CellText.NotApplicable;

    /// <summary>Wide, in the Latin-1 of an older system, thousands apart, and with the whole kommune as a row among its zones.</summary>
    private Task WriteEconomyAsync(string path, CancellationToken ct)
    {
        var table = new DelimitedTable(
            ';', "sone", "sonenamn", "år", "folketal", "vedvarande låginntekt", "barn i låginntekt", "barn", "sosialhjelp", "innbyggarar 18-66");
        foreach (var year in Residents.Years)
        {
            table.Add(Row(new LastingZone(kommune.Whole.CodeBefore, kommune.Whole.Code, "Heile kommunen", kommune.Whole.Cells), year));
            foreach (var zone in kommune.Levekarssoner)
            {
                table.Add(Row(zone, year));
            }
        }

        return table.WriteAsync(path, Encoding.Latin1, ct);

        string[] Row(LastingZone zone, int year) =>
        [
            zone.CodeIn(year), zone.Name, CellText.Whole(year), CellText.WithThousands(registers.ResidentsOf(zone.Cells, year)),
            Numerator("persistent-low-income", zone, year),
            Numerator("child-persistent-low-income", zone, year), Denominator("child-persistent-low-income", zone, year),
            Numerator("social-assistance", zone, year), CellText.WithThousands(CountOf("social-assistance", zone, year).Denominator),
        ];
    }

    /// <summary>JSON-stat, calculated back to the codes of 2018 by the supplier.</summary>
    private Task WriteWorkAsync(string path, CancellationToken ct)
    {
        (string Code, string Label, string Indicator, bool IsNumerator)[] contents =
        [
            ("Sysselsette", "Sysselsette 20-66 år", "employed", true),
            ("Innbyggarar20_66", "Innbyggarar 20-66 år", "employed", false),
            ("Ledige", "Heilt ledige", DemoIndicator.UnemployedKey, true),
            ("Arbeidsstyrke", "Arbeidsstyrken", DemoIndicator.UnemployedKey, false),
            ("Utanfor", "Utanfor arbeid og utdanning 15-29 år", DemoIndicator.YouthOutsideKey, true),
            ("Innbyggarar15_29", "Innbyggarar 15-29 år", DemoIndicator.YouthOutsideKey, false),
        ];
        var cells = kommune.Levekarssoner
            .SelectMany(_ => contents, (zone, content) => (zone, content))
            .SelectMany(_ => Residents.Years, (row, year) => Cell(row.zone, row.content.Indicator, row.content.IsNumerator, year))
            .ToList();
        Dimension[] dimensions =
        [
            new("Region", "levekårssone", kommune.Levekarssoner.Select(zone => (zone.Code, zone.Name)).ToList()),
            new("ContentsCode", "statistikkvariabel", contents.Select(content => (content.Code, content.Label)).ToList()),
            new("Tid", "år", Residents.Years.Select(year => (CellText.Whole(year), CellText.Whole(year))).ToList()),
        ];
        return JsonStatFile.WriteAsync(path, "Arbeid, etter levekårssone, statistikkvariabel og år", dimensions, cells, ct);

        (int? Number, string? Status) Cell(LastingZone zone, string indicator, bool isNumerator, int year)
        {
            var count = CountOf(indicator, zone, year);
            return !isNumerator ? (count.Denominator, null)
                : count.Denominator == 0 ? (null, CellText.NotApplicable)
                : suppression.Of(zone.CodeIn(year), indicator, year) != Hidden.No ? (null, CellText.Suppressed)
                : (count.Numerator, null);
        }
    }

    private Task WriteUpbringingAsync(string path)
    {
        string[] indicators = ["upper-secondary-noncompletion", "low-education", "lone-parent"];
        object[] header = ["Levekårssone", "År", "Ikkje fullført", "Starta", "Låg utdanning", "Innbyggarar 30-59", "Einslege forsørgjarar", "Barnefamiliar"];
        var rows = ZoneYears().Select(row => (IReadOnlyList<object>)
        [
            row.Zone.CodeIn(row.Year), row.Year,
            .. indicators.SelectMany(indicator => new[] { NumeratorCell(indicator, row.Zone, row.Year), CountOf(indicator, row.Zone, row.Year).Denominator }),
        ]);
        return SpreadsheetFile.WriteAsync(path, "Oppvekst", rows.Prepend(header));
    }

    /// <summary>A number, or the sign that stands in its place.</summary>
    private object NumeratorCell(string indicator, LastingZone zone, int year)
    {
        var count = CountOf(indicator, zone, year);
        return count.Denominator > 0 && suppression.Of(zone.CodeIn(year), indicator, year) == Hidden.No
            ? count.Numerator
            : Numerator(indicator, zone, year);
    }

    private async Task WriteHousingAsync(string path, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await using var json = new Utf8JsonWriter(file, JsonText.Options);
        json.WriteStartArray();
        foreach (var (year, zone) in ZoneYears())
        {
            json.WriteStartObject();
            json.WriteString("sone", zone.CodeIn(year));
            json.WriteNumber("aar", year);
            if (NumeratorCell("overcrowded-families", zone, year) is int number)
            {
                json.WriteNumber("trongbudde", number);
            }
            else
            {
                json.WriteString("trongbudde", Numerator("overcrowded-families", zone, year));
            }

            json.WriteNumber("barnefamiliar", CountOf("overcrowded-families", zone, year).Denominator);
            json.WriteString("kvadratmeterpris", PriceText(zone.Cells, year));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await json.FlushAsync(ct);
    }

    /// <summary>A share and how many it is a share of, as election results are told.</summary>
    private Task WriteElectionsAsync(string path, CancellationToken ct)
    {
        const string turnout = DemoIndicator.TurnoutKey;
        var table = new DelimitedTable('\t', "sone", "år", "valdeltaking", "stemmeføre");
        foreach (var (year, zone) in ZoneYears().Where(row => DemoIndicators.Counted.Single(indicator => indicator.Key == turnout).IsFor(row.Year)))
        {
            var hidden = suppression.Of(zone.CodeIn(year), turnout, year);
            table.Add(zone.CodeIn(year), CellText.Whole(year), CellText.Percent(CountOf(turnout, zone, year), hidden, ','), Denominator(turnout, zone, year));
        }

        return table.WriteAsync(path, Utf8, ct);
    }

    private Task WriteSocietyAsync(string path, CancellationToken ct)
    {
        var table = new DelimitedTable(',', "sone", "år", "melde lovbrot", "innvandrarar", "innbyggarar");
        foreach (var (year, zone) in ZoneYears())
        {
            table.Add(
                zone.CodeIn(year), CellText.Whole(year), Numerator("reported-offences", zone, year), Numerator("immigrant-share", zone, year),
                Denominator("reported-offences", zone, year));
        }

        return table.WriteAsync(path, Utf8, ct);
    }
}
