using Bolyst.Service.Messages;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;

namespace Bolyst.Service.Indexes;

/// <summary>How ranks are made: asked for, and said in the answer.</summary>
/// <param name="Direction">Which end gets rank 1.</param>
/// <param name="Ties">What equal scores get.</param>
internal sealed record RankRule(RankDirection Direction, TieRule Ties)
{
    public static void Check(V1.RankRule? rule, string field, FieldChecks checks)
    {
        checks.Known(rule?.Direction ?? default, field + ".direction");
        checks.Known(rule?.Ties ?? default, field + ".ties");
    }

    public static RankRule Read(V1.RankRule? rule) => new((rule?.Direction ?? default).ToModel(), (rule?.Ties ?? default).ToModel());

    public Measured[] Rank(IReadOnlyList<Measured> scores) => Ranking.Rank([.. scores], Direction, Ties);

    public V1.RankRule ToMessage() => new() { Direction = Direction.ToMessage(), Ties = Ties.ToMessage() };
}
