namespace Bolyst.Store.Model;

/// <summary>A text in Norwegian bokmål and, where given, nynorsk and English.</summary>
/// <param name="Nb">Bokmål; always there.</param>
/// <param name="Nn">Nynorsk; null when not given.</param>
/// <param name="En">English; null when not given.</param>
public sealed record LocalizedText(string Nb, string? Nn = null, string? En = null);
