using System.Globalization;
using System.Text;
using Bolyst.Service.Downloads.Formats;

namespace Bolyst.Service.Downloads.Readme;

/// <summary>Writes README.txt: what the numbers are, where they come from, and how to ask again.</summary>
internal static class ReadmeText
{
    public static string Write(Download download)
    {
        var (texts, layer, head) = (download.Texts, download.Layer, download.Layer.Head);
        var text = new StringBuilder();
        Heading(text, texts.Of(head.Title), '=');
        text.AppendLine(texts.Of(head.Description)).AppendLine();
        Line(texts.Layer, download.Within is { } within ? $"{head.Id}, {within.Name} ({within.Around.Code})" : head.Id);
        Line(texts.Features, download.Ordinals.Count.ToString(CultureInfo.InvariantCulture));
        Line(texts.Valid, $"{Day(head.Valid.From)} – {(head.Valid.To is { } to ? Day(to) : texts.Open)}");
        Line(texts.Periods, string.Join(", ", layer.Measures.SelectMany(measure => measure.Columns).Select(column => column.Period.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Line(texts.Version, string.Create(CultureInfo.InvariantCulture, $"{layer.Version} ({texts.Committed} {download.At:yyyy-MM-dd})"));
        Line(texts.Coordinates, download.Crs.Uri);

        Heading(text.AppendLine(), texts.Columns, '-');
        foreach (var column in download.Columns)
        {
            text.AppendLine(column.Name);
            Note(texts.Title, column.Title);
            Note(texts.Unit, column.Unit);
            Note(texts.Period, column.Period);
            Note(texts.Definition, column.Definition);
            Note(texts.Source, column.Source);
            Note(texts.Licence, column.Licence);
        }

        text.Append(Csv.PointNames.East).Append(", ").Append(Csv.PointNames.North).Append(" (CSV, XLSX): ").AppendLine(texts.Point);
        text.AppendLine().AppendLine(texts.CsvNotes);
        Heading(text.AppendLine(), texts.Statuses, '-');
        text.AppendLine(texts.StatusLead);
        foreach (var status in StatusesIn(download))
        {
            text.Append("  ").Append(status).Append(": ").AppendLine(texts.Words.Status(status));
        }

        Heading(text.AppendLine(), texts.Sources, '-');
        foreach (var source in download.Sources)
        {
            var delivery = source.Delivery.Summary;
            text.Append("* ").Append(delivery.Supplier).Append(": ").Append(texts.Of(delivery.Title)).Append(" (").Append(delivery.Licence).AppendLine(")");
            Note(texts.Columns, string.Join(", ", (source.Outlines ? [texts.Outlines] : Array.Empty<string>()).Concat(source.Measures)));
            Note(texts.Fetched, source.Url?.ToString() ?? "");
            Note(texts.Contact, source.Delivery.Contact ?? "");
            Note(texts.Version, delivery.Version.ToString(CultureInfo.InvariantCulture));
        }

        text.Append(texts.Record).AppendLine(": record.ttl");
        Heading(text.AppendLine(), texts.Caveats, '-');
        foreach (var caveat in texts.CaveatList)
        {
            text.Append("* ").AppendLine(caveat);
        }

        Heading(text.AppendLine(), texts.Again, '-');
        text.AppendLine(download.Address).Append(texts.Newest).Append(": ").AppendLine(download.NewestAddress);
        return text.ToString();

        void Line(string name, string value) => text.Append(name).Append(": ").AppendLine(value);

        void Note(string name, string value)
        {
            if (value.Length > 0)
                text.Append("  ").Append(name).Append(": ").AppendLine(value);
        }
    }

    private static IEnumerable<string> StatusesIn(Download download) => download.Layer.Measures
        .SelectMany(measure => download.Ordinals.Select(measure.Status.At))
        .ToHashSet(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static void Heading(StringBuilder text, string heading, char rule) => text.AppendLine(heading).Append(rule, heading.Length).AppendLine();

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";
}
