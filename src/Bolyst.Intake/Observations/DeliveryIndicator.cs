using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>An indicator as the tables of a delivery use it.</summary>
/// <param name="Number">Its place among the delivery's indicators, for keys of series.</param>
/// <param name="Id">Its id in the store.</param>
/// <param name="Key">Its key.</param>
/// <param name="Form">What its cells hold.</param>
/// <param name="Scale">Value = numerator / denominator × scale.</param>
/// <param name="IsShare">Its values are parts of a whole: above <paramref name="Scale"/> they are mistakes.</param>
internal sealed record DeliveryIndicator(int Number, int Id, string Key, MeasureForm Form, double Scale, bool IsShare);
