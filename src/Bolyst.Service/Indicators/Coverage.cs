using Bolyst.Service.Messages;
using Bolyst.Statistics;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Indicators;

/// <summary>How many zones of a column have a number, and why the others have none.</summary>
internal static class Coverage
{
    public static V1.PeriodCoverage Of(Column column)
    {
        var counts = new int[Enum.GetValues<ObservationStatus>().Length];
        foreach (var status in column.Status)
        {
            counts[(int)status]++;
        }

        var coverage = new V1.PeriodCoverage { Indicator = column.Key.Indicator, Period = column.Key.Period.Code };
        for (var status = 0; status < counts.Length; status++)
        {
            if (counts[status] > 0)
            {
                coverage.Statuses.Add(new V1.StatusCount { Status = ((ObservationStatus)status).ToMessage(), Zones = counts[status] });
                coverage.ZonesWithValue += ((ObservationStatus)status).CarriesNumber() ? counts[status] : 0;
            }
        }

        return coverage;
    }
}
