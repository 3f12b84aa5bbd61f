using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Boundaries;

/// <summary>Reads the tables that tie zones together: members of zones, parents of zones.</summary>
internal static class LinkTables
{
    /// <summary>The rows of a membership table that count.</summary>
    public static IReadOnlyList<MembershipRow> Read(MembershipDescription description, IReadOnlyDictionary<string, string>? codeChanges, IntakeLimits limits, CancellationToken ct)
    {
        using var table = TableReader.Open(description, limits);
        var zone = new FieldExtractor(description.Zone, table.Layout, codeChanges);
        var name = description.ZoneName is null ? null : new FieldExtractor(description.ZoneName, table.Layout);
        var member = new FieldExtractor(description.Member, table.Layout);
        var filters = RowFilter.Bind(description.Where, table.Layout);
        return
        [
            .. Rows(table, filters, ct)
                .Select(line => new MembershipRow(Code(zone, "zone", table, description), name?.Extract(table), Code(member, "member", table, description), line)),
        ];
    }

    /// <summary>The rows of a table of parents.</summary>
    public static IReadOnlyList<ParentRow> Read(ParentTableDescription description, IReadOnlyDictionary<string, string>? codeChanges, IntakeLimits limits, CancellationToken ct)
    {
        using var table = TableReader.Open(description, limits);
        var code = new FieldExtractor(description.Code, table.Layout, codeChanges);
        var parent = new FieldExtractor(description.Parent, table.Layout);
        return [.. Rows(table, [], ct).Select(line => new ParentRow(Code(code, "code", table, description), Code(parent, "parent", table, description), line))];
    }

    private static IEnumerable<int> Rows(TableReader table, RowFilter[] filters, CancellationToken ct)
    {
        while (table.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (RowFilter.All(filters, table))
            {
                yield return (int)table.Line;
            }
        }
    }

    private static string Code(FieldExtractor extractor, string key, TableReader table, TabularFileDescription description) =>
        extractor.Extract(table) ?? throw new DeliveryFileException(description.File.Name, table.Line, key, "The row has no code here. Fill it in, or leave the row out with where.");
}
