using Bolyst.Cli.Demo.Kommune;

namespace Bolyst.Cli.Demo.Register;

/// <summary>
/// The invented country around Elvsund, for a line beside it: every chance is the indicator's own, with what time adds everywhere. It is so large that
/// chance is left out of its counts.
/// </summary>
internal static class Landet
{
    public const string Code = "0";
    public const string Name = "Havlandet";

    private const int FirstYearResidents = 4_900_000;
    private const int GrowthPerYear = 45_000;

    public static int ResidentsIn(int year) => FirstYearResidents + (GrowthPerYear * (year - Residents.FirstYear));

    public static Count Of(DemoIndicator indicator, int year)
    {
        var among = ResidentsIn(year) / 1000 * Registers.SharePerThousand(indicator.Among);
        return new((int)((long)among * (indicator.Chance + Registers.Everywhere(indicator, year)) / 1_000_000), among);
    }
}
