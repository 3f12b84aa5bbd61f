using Bolyst.Service.Faults;
using Bolyst.Service.Indexes;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;

namespace Bolyst.Service.Styles;

/// <summary>Reads the one measure that a field belongs to, and puts the field into classes.</summary>
internal sealed class StyleReader(LayerCatalogue layers)
{
    /// <summary>A field in classes.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="field">Name of the field in layers and tiles.</param>
    /// <param name="period">Period; null for the newest.</param>
    /// <param name="query">How.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="Rpc.RpcException">There is no such zone set, field or kommune, or the field has no numbers for the period.</exception>
    public async Task<ClassedField> ReadAsync(Dataset dataset, string zoneSet, string field, string? period, StyleQuery query, CancellationToken cancellation)
    {
        var measure = MeasureOf(dataset, field) with { Period = period, AsOf = dataset.Version };
        var layer = await layers.OpenAsync(dataset, dataset.ZoneSet(zoneSet).Key, measure, cancellation);
        var within = query.Kommune is { } kommune ? await ZonesWithin.OfKommuneAsync(dataset, zoneSet, kommune, cancellation) : null;
        return ClassedField.Of(layer, field, query, within);
    }

    /// <summary>What a door must be asked for to get a field and little else.</summary>
    public static LayerQuery MeasureOf(Dataset dataset, string field)
    {
        foreach (var recipe in Recipes.Defined)
        {
            var name = LayerReader.NameOf(recipe.Key);
            if (field.StartsWith(name, StringComparison.Ordinal) && field[name.Length..] is "" or "_rank" or "_relative")
                return new([], [recipe.Key], Period: null, AsOf: 0);
        }

        return dataset.Indicators.FirstOrDefault(indicator => string.Equals(LayerReader.NameOf(indicator.Head.Key), field, StringComparison.Ordinal)) is { } found
            ? new([found.Head.Key], [], Period: null, AsOf: 0)
            : throw Fault.NotFound(
                V1.ErrorReason.IndicatorNotFound,
                $"There is no indicator or index whose field is '{field}'. Fields are keys with _ for -; /tiles/{{zoneSet}}/tilejson.json lists those of a zone set.",
                ("field", field));
    }
}
