using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>Turns a point of the unit cube, one side for each source of doubt, into a variant of an index.</summary>
internal sealed class Variants
{
    private readonly CompositeDefinition definition;
    private readonly CompositeData data;
    private readonly SensitivityDesign design;
    private readonly Dictionary<string, IndicatorColumn> drawable;
    private readonly string[] weighted;

    public Variants(CompositeDefinition definition, CompositeData data, SensitivityDesign design)
    {
        design.Check();
        (this.definition, this.data, this.design) = (definition, data, design);
        drawable = design.SampleValues ? ValueSampler.DrawableOf(definition, data) : [];
        weighted = design.WeightNoise == 0
            ? []
            : [.. definition.Indicators.Select(i => i.Indicator), .. definition.Groups.Where(g => g.Parent is not null).Select(g => g.Key)];
        var sources = new List<string>();
        if (design.SampleValues)
        {
            sources.Add("values");
        }

        if (design.Normalisations.Count > 1)
        {
            sources.Add("normalise");
        }

        if (design.Aggregations.Count > 1)
        {
            sources.Add("aggregate");
        }

        Sources = [.. sources, .. weighted.Select(w => "weight of " + w)];
    }

    /// <summary>The sources of doubt, one for each side of the cube.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>The scores of the variant at a point; NaN for missing.</summary>
    /// <param name="point">One number from 0 to 1 for each source.</param>
    /// <param name="scratch">The arrays of the thread.</param>
    public double[] Scores(ReadOnlySpan<double> point, Scratch scratch)
    {
        var (side, drawn, variant) = (0, data, definition);
        if (design.SampleValues)
        {
            drawn = ValueSampler.Draw(definition, data, drawable, design.Seed, (ulong)BitConverter.DoubleToInt64Bits(point[side++]), scratch);
        }

        if (design.Normalisations.Count > 0)
        {
            var choice = design.Normalisations[design.Normalisations.Count > 1 ? Pick(point[side++], design.Normalisations.Count) : 0];
            variant = variant with { Normalise = choice };
        }

        if (design.Aggregations.Count > 0)
        {
            var choice = design.Aggregations[design.Aggregations.Count > 1 ? Pick(point[side++], design.Aggregations.Count) : 0];
            variant = variant with { Aggregate = choice };
        }

        if (weighted.Length > 0)
        {
            var factors = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var key in weighted)
            {
                factors[key] = 1 + (design.WeightNoise * ((2 * point[side++]) - 1));
            }

            variant = variant with
            {
                Indicators = [.. variant.Indicators.Select(i => i with { Weight = i.Weight * factors[i.Indicator] })],
                Groups = [.. variant.Groups.Select(g => g with { Weight = g.Weight * factors.GetValueOrDefault(g.Key, 1) })],
            };
        }

        return CompositeIndex.ScoresOf(variant, drawn, scratch);
    }

    private static int Pick(double u, int count) => Math.Min((int)(u * count), count - 1);
}
