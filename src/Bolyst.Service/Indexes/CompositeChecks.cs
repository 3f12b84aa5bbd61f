using System.Globalization;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Indexes;

/// <summary>Checks a composite query, so far as it can be without data; what depends on the method is refused by Statistics, by name.</summary>
internal static class CompositeChecks
{
    private const int MaxGroups = 50;

    public static void Check(V1.CompositeQuery? query, ServiceLimits limits, FieldChecks checks, string path)
    {
        if (!checks.Present(query, path))
        {
            return;
        }

        checks.Required(query.ZoneSet, path + ".zone_set");
        checks.Optional(query.Within, path + ".within");
        checks.NotNegative(query.AsOf, path + ".as_of");
        checks.Count(query.Periods.Count, 0, limits.MaxCompositePeriods, path + ".periods");
        for (var i = 0; i < query.Periods.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{path}.periods[{i}]");
            checks.Required(query.Periods[i], field);
            checks.Period(query.Periods[i], field);
        }

        foreach (var (indicator, period) in query.PeriodOf)
        {
            checks.Period(period, $"{path}.period_of[{indicator}]");
        }

        if (query.PeriodOf.Count > 0 && query.Periods.Count > 1)
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, path + ".period_of", "goes with at most one of periods.");
        }

        switch (query.RecipeCase)
        {
            case V1.CompositeQuery.RecipeOneofCase.None:
                checks.Add(V1.ErrorReason.FieldRequired, path + ".recipe", "needs a composite or the key of a ready definition.");
                break;
            case V1.CompositeQuery.RecipeOneofCase.Composite:
                Check(query.Composite, limits, checks, path + ".composite");
                break;
        }
    }

    public static void Check(V1.Normalisation? message, FieldChecks checks, string path)
    {
        if (message is null)
        {
            return;
        }

        checks.Known(message.Method, path + ".method");
        checks.Known(message.Ties, path + ".ties");
        checks.Known(message.Quantile, path + ".quantile");
        foreach (var (value, name) in new[]
        {
            (message.Lower, "lower"), (message.Upper, "upper"), (message.Mean, "mean"), (message.StandardDeviation, "standard_deviation"),
            (message.Scale, "scale"), (message.Reference, "reference"), (message.Target, "target"), (message.RankOffset, "rank_offset"),
        })
        {
            checks.Finite(value, $"{path}.{name}");
        }

        if (!(message.Steepness >= 0 && double.IsFinite(message.Steepness)))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, path + ".steepness", "must be above 0, or 0 for 23.");
        }
    }

    public static void Check(V1.Aggregation? message, FieldChecks checks, string path)
    {
        if (message is not null)
        {
            checks.Known(message.Method, path + ".method");
            checks.Finite(message.Power, path + ".power");
            checks.Finite(message.ProblemLimit, path + ".problem_limit");
        }
    }

    private static void Check(V1.CompositeDefinition message, ServiceLimits limits, FieldChecks checks, string path)
    {
        checks.Required(message.Key, path + ".key");
        checks.NotNegative(message.Version, path + ".version");
        checks.Count(message.Indicators.Count, 1, limits.MaxCompositeIndicators, path + ".indicators");
        checks.Count(message.Groups.Count, 0, MaxGroups, path + ".groups");
        checks.Known(message.HighMeans, path + ".high_means");
        checks.Known(message.Impute, path + ".impute");
        checks.Known(message.Weights, path + ".weights");
        checks.Known(message.Treat?.Transform ?? default, path + ".treat.transform");
        Check(message.Normalise, checks, path + ".normalise");
        Check(message.Aggregate, checks, path + ".aggregate");
        for (var i = 0; i < Math.Min(message.Indicators.Count, limits.MaxCompositeIndicators); i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{path}.indicators[{i}]");
            checks.Required(message.Indicators[i].Indicator, field + ".indicator");
            Check(message.Indicators[i].Normalise, checks, field + ".normalise");
        }

        for (var i = 0; i < Math.Min(message.Groups.Count, MaxGroups); i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{path}.groups[{i}]");
            checks.Required(message.Groups[i].Key, field + ".key");
            Check(message.Groups[i].Aggregate, checks, field + ".aggregate");
            Check(message.Groups[i].Renormalise, checks, field + ".renormalise");
        }
    }
}
