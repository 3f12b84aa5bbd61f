using System.Globalization;

namespace Bolyst.Service.Tests.Styles;

/// <summary>How far apart two colours are for people who see all of them, no red, no green or no blue.</summary>
internal static class ColourVision
{
    /// <summary>
    /// What a colour is seen as, on linear RGB: Machado, Oliveira and Fernandes (2009, IEEE TVCG 15/6), severity 1.0, from
    /// https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html. By rows.
    /// </summary>
    public static IReadOnlyDictionary<string, double[]> Eyes { get; } = new Dictionary<string, double[]>(StringComparer.Ordinal)
    {
        ["all"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>CIEDE2000 between two colours <c>#rrggbb</c> as one eye sees them.</summary>
    public static double Distance(string one, string other, double[] eye) => Ciede2000(Lab(See(Linear(one), eye)), Lab(See(Linear(other), eye)));

    /// <summary>Contrast as WCAG 2.1 defines it, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(Linear(one)), Luminance(Linear(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>CIEDE2000 (Sharma, Wu and Dalal 2005, Color Research and Application 30/1) with all weights 1.</summary>
    public static double Ciede2000((double L, double A, double B) one, (double L, double A, double B) other)
    {
        var mean = (Chroma(one.A, one.B) + Chroma(other.A, other.B)) / 2;
        var grey = 0.5 * (1 - Math.Sqrt(Seventh(mean)));
        var (a1, a2) = (one.A * (1 + grey), other.A * (1 + grey));
        var (c1, c2) = (Chroma(a1, one.B), Chroma(a2, other.B));
        var (h1, h2) = (Hue(a1, one.B), Hue(a2, other.B));
        var turn = c1 * c2 == 0 ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        var (l, c, h) = (other.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Sin(turn / 2));
        var (lightness, chroma) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var hue = c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        var t = 1 - (0.17 * Cos(hue - 30)) + (0.24 * Cos(2 * hue)) + (0.32 * Cos((3 * hue) + 6)) - (0.20 * Cos((4 * hue) - 63));
        var light = (lightness - 50) * (lightness - 50);
        var (sl, sc, sh) = (1 + (0.015 * light / Math.Sqrt(20 + light)), 1 + (0.045 * chroma), 1 + (0.015 * chroma * t));
        var blue = (hue - 275) / 25;
        var rotation = -2 * Math.Sqrt(Seventh(chroma)) * Sin(60 * Math.Exp(-blue * blue));
        return Math.Sqrt((l / sl * (l / sl)) + (c / sc * (c / sc)) + (h / sh * (h / sh)) + (rotation * (c / sc) * (h / sh)));
    }

    private static double Seventh(double chroma) => Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7));

    private static double Chroma(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);

    private static double[] Linear(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];

    private static double[] See(double[] rgb, double[] eye) =>
        [.. eye.Chunk(3).Select(row => Math.Clamp((row[0] * rgb[0]) + (row[1] * rgb[1]) + (row[2] * rgb[2]), 0, 1))];

    private static double Luminance(double[] rgb) => (0.2126729 * rgb[0]) + (0.7151522 * rgb[1]) + (0.0721750 * rgb[2]);

    /// <summary>sRGB's white, D65.</summary>
    private static (double L, double A, double B) Lab(double[] rgb)
    {
        var x = Root(((0.4124564 * rgb[0]) + (0.3575761 * rgb[1]) + (0.1804375 * rgb[2])) / 0.95047);
        var y = Root(Luminance(rgb));
        var z = Root(((0.0193339 * rgb[0]) + (0.1191920 * rgb[1]) + (0.9503041 * rgb[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
