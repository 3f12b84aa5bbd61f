using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Messages;
using Bolyst.Service.Requests;
using Bolyst.Statistics.Opphoping;

namespace Bolyst.Service.Indexes;

/// <summary>Recipes between the contract and Statistics.</summary>
internal static class Recipes
{
    private const string Population = "population";

    /// <summary>Every recipe with fixed factors, by key.</summary>
    public static IReadOnlyList<Recipe> Defined { get; } = [.. ShippedRecipes.All.OrderBy(recipe => recipe.Key, StringComparer.Ordinal)];

    /// <summary>The recipe with this key.</summary>
    public static Recipe Find(string key) => Defined.FirstOrDefault(recipe => string.Equals(recipe.Key, key, StringComparison.Ordinal)) ?? throw Fault.NotFound(
        V1.ErrorReason.IndexDefinitionNotFound,
        $"There is no index definition '{key}'. IndexService.ListIndexDefinitions gives those there are.",
        ("definition", key));

    /// <summary>Checks the recipe of a query, so far as it can be without data.</summary>
    public static void Check(V1.IndexQuery query, ServiceLimits limits, FieldChecks checks)
    {
        switch (query.RecipeCase)
        {
            case V1.IndexQuery.RecipeOneofCase.None:
                checks.Add(V1.ErrorReason.FieldRequired, "query.recipe", "needs a definition, a product or a threshold count.");
                break;
            case V1.IndexQuery.RecipeOneofCase.Definition:
                checks.Required(query.Definition, "query.definition");
                break;
            case V1.IndexQuery.RecipeOneofCase.Product:
                Check(query.Product, limits, checks);
                break;
            case V1.IndexQuery.RecipeOneofCase.ThresholdCount:
                Check(query.ThresholdCount, limits, checks);
                break;
        }
    }

    /// <summary>The recipe of a query that was checked.</summary>
    public static Recipe Read(V1.IndexQuery query)
    {
        var recipe = query.RecipeCase switch
        {
            V1.IndexQuery.RecipeOneofCase.Definition => Find(query.Definition),
            V1.IndexQuery.RecipeOneofCase.Product => ShippedRecipes.Product([.. query.Product.Factors.Select(Read)], Population),
            _ => ShippedRecipes.ThresholdCount([.. query.ThresholdCount.Criteria.Select(Read)], Population),
        };
        return query.WeightIndicator.Length == 0 ? recipe : recipe with { WeightIndicator = query.WeightIndicator };
    }

    public static V1.IndexDefinition ToMessage(this Recipe recipe)
    {
        var message = new V1.IndexDefinition
        {
            Key = recipe.Key,
            Version = recipe.Version,
            Label = recipe.Label.ToMessage(),
            Verification = recipe.Reservation.En,
            Reservation = recipe.Reservation.ToMessage(),
            WeightIndicator = recipe.WeightIndicator,
        };
        switch (recipe)
        {
            case ProductRecipe product:
                message.Product = new() { Factors = { product.Factors.Select(ToMessage) } };
                break;
            case ThresholdCountRecipe count:
                message.ThresholdCount = new() { Criteria = { count.Criteria.Select(ToMessage) } };
                break;
        }

        return message;
    }

    public static V1.LocalizedText ToMessage(this RecipeLabel text) => new() { Nb = text.Nb, Nn = text.Nn, En = text.En };

    public static V1.ProductFactor ToMessage(this Factor factor) => new()
    {
        Indicator = factor.Indicator,
        Per = factor.Denominator ?? "",
        Reading = factor.Reading.ToMessage(),
        Scale = factor.Scale,
        Whole = factor.Whole,
    };

    public static V1.ThresholdCriterion ToMessage(this Criterion criterion)
    {
        var message = new V1.ThresholdCriterion { Indicator = criterion.Indicator, WorseEnd = criterion.Worse.ToMessage() };
        if (criterion.WorstShare is { } share)
        {
            message.WorstShare = share;
        }
        else if (criterion.Limit is { } limit)
        {
            message.Limit = limit;
        }

        return message;
    }

    private static Factor Read(V1.ProductFactor factor) => new(
        factor.Indicator,
        factor.Per.Length == 0 ? null : factor.Per,
        factor.Reading.ToModel(),
        factor.Scale == 0 ? 1 : factor.Scale,
        factor.Whole == 0 ? 100 : factor.Whole);

    private static Criterion Read(V1.ThresholdCriterion criterion) => new(
        criterion.Indicator,
        criterion.HasWorstShare ? criterion.WorstShare : null,
        criterion.HasLimit ? criterion.Limit : null,
        criterion.WorseEnd.ToModel());

    private static void Check(V1.ProductRecipe product, ServiceLimits limits, FieldChecks checks)
    {
        checks.Count(product.Factors.Count, 1, limits.MaxFactors, "query.product.factors");
        for (var i = 0; i < Math.Min(product.Factors.Count, limits.MaxFactors); i++)
        {
            var (factor, path) = (product.Factors[i], string.Create(CultureInfo.InvariantCulture, $"query.product.factors[{i}]"));
            checks.Required(factor.Indicator, path + ".indicator");
            checks.Known(factor.Reading, path + ".reading");
            if (!(factor.Scale >= 0 && double.IsFinite(factor.Scale)))
            {
                checks.Add(V1.ErrorReason.FieldOutOfRange, path + ".scale", "must be above 0, or 0 for 1.");
            }
        }
    }

    private static void Check(V1.ThresholdCountRecipe count, ServiceLimits limits, FieldChecks checks)
    {
        checks.Count(count.Criteria.Count, 1, limits.MaxCriteria, "query.threshold_count.criteria");
        for (var i = 0; i < Math.Min(count.Criteria.Count, limits.MaxCriteria); i++)
        {
            var (criterion, path) = (count.Criteria[i], string.Create(CultureInfo.InvariantCulture, $"query.threshold_count.criteria[{i}]"));
            checks.Required(criterion.Indicator, path + ".indicator");
            checks.Known(criterion.WorseEnd, path + ".worse_end");
            if (criterion.RuleCase == V1.ThresholdCriterion.RuleOneofCase.None)
            {
                checks.Add(V1.ErrorReason.FieldRequired, path + ".rule", "needs a worst_share or a limit.");
            }
        }
    }
}
