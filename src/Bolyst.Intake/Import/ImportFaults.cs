using Bolyst.Intake.Description;
using Bolyst.Intake.Reports;
using Bolyst.Store;

namespace Bolyst.Intake.Import;

/// <summary>Tells faults of a delivery from faults of the machine: the first are reported, the second stop the import as they are.</summary>
internal static class ImportFaults
{
    /// <summary>Whether an error is the delivery's own.</summary>
    public static bool IsOfTheDelivery(Exception error) => error is DeliveryFileException or DescriptionException
        or StoreException { Fault: StoreFault.OutlineRefused or StoreFault.GivenTwice or StoreFault.Unknown or StoreFault.ValueRefused };

    /// <summary>Adds an error of the delivery to its faults.</summary>
    public static void Tell(Exception error, FaultList faults)
    {
        switch (error)
        {
            case DescriptionException description:
                foreach (var fault in description.Errors)
                {
                    faults.Add(fault.At.ToString(), fault.Message);
                }

                break;
            case DeliveryFileException file:
                faults.Add(DeliveryFileException.Place(file.File, file.Line, file.Field), file.Fault);
                break;
            default:
                faults.Add("store", error.Message);
                break;
        }
    }
}
