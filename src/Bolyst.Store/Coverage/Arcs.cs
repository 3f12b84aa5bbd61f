namespace Bolyst.Store.Coverage;

/// <summary>
/// The outlines of a zone set, cut at every vertex where three or more borders meet. A border between two zones is one arc,
/// kept once and used by both, so what is done to it is done to both.
/// </summary>
/// <param name="Lines">For each arc its vertices, first to last. A closed arc repeats its first vertex.</param>
/// <param name="Zones">For each zone its polygons.</param>
internal sealed record Arcs(IReadOnlyList<Vertex[]> Lines, IReadOnlyList<ArcPolygon[]> Zones);

/// <summary>A vertex in metres of EPSG:3857. Equal only to the last bit: shared borders share their vertices.</summary>
/// <param name="X">East.</param>
/// <param name="Y">North.</param>
internal readonly record struct Vertex(double X, double Y);

/// <summary>A polygon as rings of arcs.</summary>
/// <param name="Shell">The outer ring.</param>
/// <param name="Holes">The inner rings.</param>
internal sealed record ArcPolygon(ArcUse[] Shell, ArcUse[][] Holes);

/// <summary>An arc as a ring walks it.</summary>
/// <param name="Arc">Position in <see cref="Arcs.Lines"/>.</param>
/// <param name="Reversed">True when the ring walks from the arc's last vertex to its first.</param>
internal readonly record struct ArcUse(int Arc, bool Reversed);
