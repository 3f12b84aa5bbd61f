using Bolyst.Service.Indexes;
using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>What a measure was computed by.</summary>
/// <param name="Definition">What it is, for readers.</param>
/// <param name="RankRule">How its ranks are made.</param>
/// <param name="HigherIsBetter">True where a high score means better levekår.</param>
/// <param name="HasAverage">True where a field is relative to the average of all zones.</param>
/// <param name="Columns">The columns of its inputs.</param>
internal sealed record LayerIndex(LocalizedText Definition, RankRule RankRule, bool HigherIsBetter, bool HasAverage, IReadOnlyCollection<ReadColumn> Columns);
