using System.Globalization;
using Bolyst.Store.Model;

namespace Bolyst.Service.Messages;

/// <summary>Texts and dates as the contract writes them.</summary>
internal static class Texts
{
    public static V1.LocalizedText ToMessage(this LocalizedText text) => new() { Nb = text.Nb, Nn = text.Nn ?? "", En = text.En ?? "" };

    public static string ToMessage(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string ToMessage(this DateOnly? date) => date?.ToMessage() ?? "";
}
