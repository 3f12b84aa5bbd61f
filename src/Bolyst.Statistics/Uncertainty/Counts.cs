namespace Bolyst.Statistics.Uncertainty;

/// <summary>What counts must satisfy before a proportion or a rate can be made of them.</summary>
internal static class Counts
{
    public static Reason? Reject(double events, double persons)
    {
        if (!double.IsFinite(events) || !double.IsFinite(persons))
        {
            return new(ReasonCode.InputMissing, "counts", "a count is missing");
        }

        if (persons == 0)
        {
            return new(ReasonCode.ZeroPopulation, "denominator", "the denominator is zero");
        }

        return events < 0 || persons < 0 || events > persons
            ? new(ReasonCode.OutsideDomain, "counts", "a proportion needs 0 ≤ numerator ≤ denominator")
            : null;
    }
}
