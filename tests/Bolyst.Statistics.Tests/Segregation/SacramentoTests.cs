using Bolyst.Statistics.Segregation;
using Bolyst.Statistics.Spatial;
using static Bolyst.Statistics.Tests.Columns;

namespace Bolyst.Statistics.Tests.Segregation;

/// <summary>403 tracts of Sacramento against the constants in the tests of PySAL's segregation. Tolerance 1e-12.</summary>
public class SacramentoTests
{
    private const string Folder = "reference/segregation-sacramento/";

    private static Measured[] Column(string name) => [.. Table.Read(Folder + "sacramento1.csv").Numbers(name).Select(Measured.Of)];

    private static readonly PopulationTable Hispanic = PopulationTable.OfTwo(Column("HISP"), Column("TOT_POP"));

    private static readonly PopulationTable Four = PopulationTable.Of([Column("WHITE"), Column("BLACK"), Column("ASIAN"), Column("HISP")]);

    [Fact]
    public void Every_published_index_agrees()
    {
        var table = Table.Read(Folder + "expected_indices_pysal.csv");
        for (var row = 0; row < table.Rows; row++)
        {
            Near(table.Numbers("pysal_test_constant")[row], Compute(table.Text("index")[row]), 1e-12);
        }
    }

    private static Measured Compute(string index) => index switch
    {
        "Dissim" => TwoGroupIndices.Dissimilarity(Hispanic),
        "Isolation" => TwoGroupIndices.Isolation(Hispanic),
        "Interaction" => TwoGroupIndices.Exposure(Hispanic),
        "CorrelationR" => TwoGroupIndices.CorrelationRatio(Hispanic),
        "Entropy" => TwoGroupIndices.Entropy(Hispanic),
        "Gini" => TwoGroupIndices.Gini(Hispanic),
        "Atkinson_b0.5" => TwoGroupIndices.Atkinson(Hispanic, 0.5),
        "MultiInfoTheory" => MultigroupIndices.InformationTheory(Four),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "An index of the reference that is not compared."),
    };

    [Fact]
    public void Between_and_within_add_up_to_the_whole()
    {
        int[] county = [.. Table.Read(Folder + "sacramento1.csv").Text("FIPS").Select(f => int.Parse(f[..5], System.Globalization.CultureInfo.InvariantCulture))];
        var parts = Decomposition.BetweenAndWithin(Four, county);

        Assert.True(parts.Within.Count > 1);
        Assert.Equal(parts.Total.Value, parts.Between.Value + parts.Within.Sum(w => w.Part), 1e-12);
        Assert.InRange(parts.Between.Value, 0, parts.Total.Value);
    }

    [Fact]
    public void Chance_alone_explains_little_of_it()
    {
        var test = EvennessTest.Run(Hispanic, TwoGroupIndices.Dissimilarity, new(99, Side: PValueSide.Greater));
        Near(0.01, test.P);
        Assert.InRange(test.ExpectedByChance.Value, 0.01, 0.05);
    }
}
