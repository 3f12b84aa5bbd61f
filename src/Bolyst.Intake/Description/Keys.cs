using System.Text.RegularExpressions;

namespace Bolyst.Intake.Description;

/// <summary>The rule for the keys that people give to deliveries, zone sets and indicators. They stand in addresses, so they are plain.</summary>
internal static partial class Keys
{
    public static IEnumerable<BlockFault> Check(string key)
    {
        if (!Plain().IsMatch(key))
        {
            yield return new BlockFault("key", $"'{key}' cannot be a key: use small letters a-z, digits and hyphens, at most 100, such as oslo-grunnkrets-2024.");
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,99}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();
}
