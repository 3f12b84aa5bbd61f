namespace Bolyst.Service.Omradesatsinger;

/// <summary>What must be said with a comparison of an area with its surroundings, in plain words.</summary>
internal static class Caveats
{
    private static readonly V1.Caveat[] Always =
    [
        Of(
            V1.CaveatCode.RegressionToTheMean,
            "Områder velges når tallene er på sitt verste. Slike tall nærmer seg ofte andres av seg selv, også uten innsats.",
            "Område blir valde når tala er på sitt verste. Slike tal nærmar seg ofte dei andre av seg sjølv, også utan innsats.",
            "Areas are chosen when their numbers are at their worst. Such numbers often come nearer to others by themselves, without any effort."),
        Of(
            V1.CaveatCode.PeopleMove,
            "Folk flytter inn og ut. De som telles i ett år, er ikke de samme som i et annet.",
            "Folk flyttar inn og ut. Dei som blir talde eitt år, er ikkje dei same som eit anna år.",
            "People move in and out. Those counted in one year are not those counted in another."),
        Of(
            V1.CaveatCode.Spillover,
            "Det som gjøres i et område, kan virke på området rundt. Da viser resten av kommunen ikke hva som hadde skjedd uten innsatsen.",
            "Det som blir gjort i eit område, kan verke på området rundt. Då viser resten av kommunen ikkje kva som hadde skjedd utan innsatsen.",
            "What is done in an area may reach its surroundings. The rest of the kommune then does not show what would have happened without it."),
        Of(
            V1.CaveatCode.FewAreas,
            "Dette er ett eller få områder. En forskjell kan komme av alt annet som skiller dem fra resten.",
            "Dette er eitt eller få område. Ein skilnad kan kome av alt anna som skil dei frå resten.",
            "This is one area, or a few. A difference may come from anything else that sets them apart from the rest."),
    ];

    private static readonly V1.Caveat BoundaryNotZones = Of(
        V1.CaveatCode.BoundaryNotZones,
        "Grensen følger ikke sonene. Tallene gjelder hele soner: noen deler av dem ligger utenfor grensen, og deler av andre soner ligger innenfor.",
        "Grensa følgjer ikkje sonene. Tala gjeld heile soner: nokre delar av dei ligg utanfor grensa, og delar av andre soner ligg innanfor.",
        "The boundary does not follow zones. The numbers are of whole zones: some parts of them lie outside it, and parts of other zones inside.");

    private static readonly V1.Caveat MissingZones = Of(
        V1.CaveatCode.MissingZones,
        "Soner uten tall er holdt utenfor, og det er ikke nødvendigvis de samme hvert år.",
        "Soner utan tal er haldne utanfor, og det er ikkje nødvendigvis dei same kvart år.",
        "Zones without a number are left out, and they need not be the same every year.");

    /// <summary>The caveats of an answer.</summary>
    public static IEnumerable<V1.Caveat> For(V1.CompareInsideOutsideRequest.InsideOneofCase inside, IEnumerable<V1.InsideOutsideSeries> series) =>
    [
        .. Always,
        .. inside == V1.CompareInsideOutsideRequest.InsideOneofCase.Zones ? (V1.Caveat[])[] : [BoundaryNotZones],
        .. series.SelectMany(one => one.Points).Any(point => point.Inside.Missing.Count + point.Outside.Missing.Count > 0) ? (V1.Caveat[])[MissingZones] : [],
    ];

    private static V1.Caveat Of(V1.CaveatCode code, string nb, string nn, string en) => new() { Code = code, Text = new() { Nb = nb, Nn = nn, En = en } };
}
