namespace Bolyst.Statistics.Opphoping;

/// <summary>The number of criteria that each zone is past, by zone ordinal.</summary>
/// <param name="Recipe">The recipe that made it.</param>
/// <param name="Counts">The number, from 0; missing when the value of any criterion is, with all their names.</param>
/// <param name="AtLeast">The number among the criteria with a value: the count if none of the missing ones is past.</param>
/// <param name="AtMost">The count if all of the missing ones are past.</param>
/// <param name="Criteria">What was decided for each criterion, in the recipe's order.</param>
public sealed record ThresholdCountResult(
    ThresholdCountRecipe Recipe,
    IReadOnlyList<Measured> Counts,
    IReadOnlyList<int> AtLeast,
    IReadOnlyList<int> AtMost,
    IReadOnlyList<CriterionResult> Criteria)
{
    /// <summary>Why a zone counts as it does: one line for each criterion.</summary>
    public IReadOnlyList<CriterionExplanation> Explain(int zone) =>
        [.. Criteria.Select(c => new CriterionExplanation(c.Criterion, c.Worse, c.Values[zone], c.CutOff, c.Past(zone)))];
}

/// <summary>One criterion over all zones.</summary>
/// <param name="Criterion">The criterion in the recipe.</param>
/// <param name="Worse">The end that was taken as worse.</param>
/// <param name="Values">The zones' values.</param>
/// <param name="CutOff">The value at which a zone is past; missing when no zone can be, and why.</param>
public sealed record CriterionResult(Criterion Criterion, WorseEnd Worse, IReadOnlyList<Measured> Values, Measured CutOff)
{
    /// <summary>Whether the zone is past the criterion; null when its value is missing.</summary>
    public bool? Past(int zone)
    {
        if (!Values[zone].HasValue)
        {
            return null;
        }

        return CutOff.HasValue && (Worse == WorseEnd.High ? Values[zone].Value >= CutOff.Value : Values[zone].Value <= CutOff.Value);
    }
}

/// <summary>Why one zone is, or is not, past one criterion.</summary>
/// <param name="Criterion">The criterion in the recipe.</param>
/// <param name="Worse">The end that was taken as worse.</param>
/// <param name="Value">The zone's value, or what is missing and why.</param>
/// <param name="CutOff">The value at which a zone is past; missing when no zone can be, and why.</param>
/// <param name="Past">Whether the zone is past; null when its value is missing.</param>
public sealed record CriterionExplanation(Criterion Criterion, WorseEnd Worse, Measured Value, Measured CutOff, bool? Past);
