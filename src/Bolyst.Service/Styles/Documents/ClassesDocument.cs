using System.Text.Json.Nodes;
using Bolyst.Service.Layers;
using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Styles.Documents;

/// <summary>The answer for maps that draw by themselves: all that a style and a legend need.</summary>
internal static class ClassesDocument
{
    public static JsonObject Write(ClassedField field, ClassTexts texts, IReadOnlyList<StyleSource> sources, StyleAddress address) => new()
    {
        ["zone_set"] = field.Layer.Head.Id,
        ["zone_set_title"] = texts.Words.Of(field.Layer.Head.Title),
        ["kommune"] = field.Within is { } within ? new JsonObject { ["zone_set"] = within.Around.ZoneSet, ["code"] = within.Around.Code, ["name"] = within.Name } : null,
        ["field"] = field.Field.Name,
        ["status_field"] = field.Status.Name,
        ["title"] = texts.Title,
        ["unit"] = field.Field.Unit,
        ["unit_text"] = texts.Unit,
        ["lang"] = texts.Words.Language,
        ["reading"] = ReadingName(field.Reading),
        ["reading_text"] = texts.Direction,
        ["caveat"] = texts.Words.Caveat,
        ["periods"] = new JsonArray([.. field.Periods.Select(period => JsonValue.Create(period))]),
        ["dataset_version"] = field.Layer.Version,
        ["method"] = StyleQuery.NameOf(field.Classes.Rule.Method),
        ["method_text"] = texts.Method,
        ["middle"] = field.Middle,
        ["palette"] = field.Palette.Name,
        ["breaks"] = new JsonArray([.. field.Classes.Breaks.Select(limit => JsonValue.Create(limit))]),
        ["classes"] = new JsonArray([.. field.Classes.Classes.Select((c, i) => new JsonObject
        {
            ["from"] = c.From,
            ["to"] = c.To,
            ["least"] = c.Least,
            ["greatest"] = c.Greatest,
            ["zones"] = c.Count,
            ["colour"] = field.Colours[i],
            ["text"] = texts.Of(c),
        })]),
        ["zones_with_number"] = field.Zones - field.Classes.Missing,
        ["zones_without_number"] = field.Classes.Missing,
        ["pattern_look"] = new JsonObject { ["ground"] = PatternLook.Ground, ["ink"] = PatternLook.Ink, ["outline"] = PatternLook.Outline },
        ["without_number"] = new JsonArray([.. field.WithoutNumber.Select(group => new JsonObject
        {
            ["pattern"] = PatternLook.NameOf(group.Pattern),
            ["zones"] = group.Zones,
            ["text"] = texts.Of(group),
            ["statuses"] = Statuses(group.Statuses, texts),
        })]),
        ["marked"] = Statuses(field.Marked, texts),
        ["sources"] = new JsonArray([.. sources.Select(source => new JsonObject
        {
            ["supplier"] = source.Supplier,
            ["table"] = source.Table,
            ["licence"] = source.Licence,
            ["text"] = source.ToString(),
        })]),
        ["links"] = new JsonObject
        {
            ["tilejson"] = address.TileJson,
            ["style"] = address.Style,
            ["sprite"] = address.Sprite,
            ["qml"] = address.Qml,
            ["sld"] = address.Sld,
            ["legend_svg"] = address.Legend,
            ["legend_png"] = address.LegendPng,
        },
    };

    private static JsonArray Statuses(IReadOnlyList<StatusCount> statuses, ClassTexts texts) => [.. statuses.Select(status => new JsonObject
    {
        ["status"] = status.Status,
        ["zones"] = status.Zones,
        ["text"] = texts.Words.Status(status.Status),
    })];

    private static string ReadingName(NumberReading reading) => StatusNames.Words(reading.ToString());
}
