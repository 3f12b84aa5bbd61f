using System.Text;
using Bolyst.Intake.Description;
using Bolyst.Intake.Tables;
using Bolyst.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Intake.Tests.Tables;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a;b\r\n1;2\r\n3;4")]
    [InlineData("a;b\r1;2\r3;4\r")]
    [InlineData("\uFEFFa;b\n1;2\n\n3;4\n\n")]
    [InlineData("\"a\";\"b\"\n\"1\";\"2\"\n\"3\";\"4\"")]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("a|b\n1|2\n3|4\n")]
    public void Delimiters_line_ends_marks_and_quotes_make_no_difference(string text)
    {
        using var file = new TableFile(text);

        Assert.Equal([["a", "b"], ["1", "2"], ["3", "4"]], file.Rows());
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_line_breaks_and_doubled_quotes()
    {
        using var file = new TableFile("a;b;c\n\"1;2\";\"x\ny\";\"say \"\"hei\"\"\"\n3;4;5\n");

        Assert.Equal(["1;2", "x\ny", "say \"hei\""], file.Rows()[1]);
    }

    [Fact]
    public void Lines_are_counted_through_quoted_line_breaks()
    {
        using var file = new TableFile("a;b\n\"x\ny\nz\";1\n2\n");

        // The header is line 1; the quoted row is lines 2 to 4; the row of one field is line 5.
        Assert.Equal("t.csv:5: The row has 1 fields, the header 2. Is the file cut off, or the delimiter wrong?", file.Fault(d => d with { Delimiter = ";" }).Message);
    }

    [Fact]
    public void Rows_that_cross_the_window_are_whole()
    {
        // Rows of 30 to 90 characters through windows of 65 536: many boundaries fall inside rows and inside doubled quotes.
        var text = new StringBuilder("n;text\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(i).Append(";\"").Append('x', i % 61).Append("\"\"").Append('y', 25).Append("\"\r\n");
        }

        using var file = new TableFile(text.ToString());
        var rows = file.Rows();

        Assert.Equal(20_001, rows.Count);
        for (var i = 0; i < 20_000; i++)
        {
            Assert.Equal([i.ToString(System.Globalization.CultureInfo.InvariantCulture), new string('x', i % 61) + "\"" + new string('y', 25)], rows[i + 1]);
        }
    }

    [Theory]
    [InlineData(TextEncoding.Latin1)]
    [InlineData(TextEncoding.Windows1252)]
    [InlineData(TextEncoding.Utf8)]
    [InlineData(TextEncoding.Utf16)]
    public void Encodings_are_told_or_detected(TextEncoding encoding)
    {
        var encoder = encoding switch
        {
            TextEncoding.Latin1 => Encoding.Latin1,
            TextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            TextEncoding.Utf16 => new UnicodeEncoding(false, false),
            _ => new UTF8Encoding(false),
        };
        using var file = new TableFile(encoder.GetBytes("kode;namn\n0301;Grünerløkka\n1103;Tøyen Åse Æ\n"));

        Assert.Equal("Grünerløkka", file.Rows()[1][1]);
        Assert.Equal("Tøyen Åse Æ", file.Rows(d => d with { Encoding = encoding })[2][1]);
    }

    [Fact]
    public void Utf16_with_a_mark_in_either_order_is_detected()
    {
        foreach (var bigEndian in new[] { false, true })
        {
            var encoder = new UnicodeEncoding(bigEndian, true);
            using var file = new TableFile([.. encoder.GetPreamble(), .. encoder.GetBytes("å;b\n1;2\n")]);

            Assert.Equal([["å", "b"], ["1", "2"]], file.Rows());
        }
    }

    [Fact]
    public void The_wrong_encoding_is_told_with_its_line()
    {
        using var file = new TableFile(Encoding.Latin1.GetBytes("a;b\n1;2\n3;bø\n"));

        Assert.Equal("t.csv:3: Field 2 holds bytes that are not Utf8. Give the file's encoding, such as encoding: windows1252.", file.Fault(d => d with { Encoding = TextEncoding.Utf8 }).Message);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_with_the_line_where_it_opens()
    {
        using var file = new TableFile("a;b\n1;2\n3;\"4\n5;6\n");

        var fault = file.Fault();
        Assert.Equal(3, fault.Line);
        Assert.Contains("The quote that opens field 2 is never closed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_behind_a_closing_quote_is_refused_unless_quotes_are_plain()
    {
        using var file = new TableFile("a;b\n\"x\"y;2\n");

        Assert.Contains("goes on after its closing quote", file.Fault().Message, StringComparison.Ordinal);
        Assert.Equal(["\"x\"y", "2"], file.Rows(d => d with { Quote = "none" })[1]);
    }

    [Fact]
    public void A_binary_file_is_no_table()
    {
        using var file = new TableFile([1, 2, 0, 0, 0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0xFF, 0xFF, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);

        Assert.Contains("null characters", file.Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_told()
    {
        using var file = new TableFile("");

        Assert.Equal("t.csv: The file is empty.", file.Fault().Message);
    }

    [Fact]
    public void One_endless_line_is_refused_at_the_limit()
    {
        using var file = new TableFile("a;b\n" + new string('x', 300_000));

        var fault = file.Fault(limits: new IntakeLimits { MaxLineLength = 100_000 });
        Assert.Equal(2, fault.Line);
        Assert.Contains("longer than 100,000 characters", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_endless_fields_is_refused()
    {
        using var file = new TableFile("a;b\n" + new string(';', 50_000));

        Assert.Contains("more than 10000 fields", file.Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_gigabytes_of_one_line_take_no_more_memory_than_the_limit()
    {
        // A sparse file: 4 GiB that are not on the disk. Zeros are refused as no text, so the head is letters up to past the limit.
        var path = Path.Combine(Path.GetTempPath(), "bolyst-line-" + Guid.NewGuid().ToString("N") + ".csv");
        try
        {
            using (var stream = File.Create(path))
            {
                var letters = new byte[1 << 20];
                Array.Fill(letters, (byte)'x');
                stream.Write("a;b\n"u8);
                stream.Write(letters);
                stream.Write(letters);
                stream.SetLength(4L << 30);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            var fault = Assert.Throws<DeliveryFileException>(() => TableFile.Read(TableFile.At(path)));

            Assert.Contains("longer than 1,048,576 characters", fault.Message, StringComparison.Ordinal);
            // Windows of 64 Ki to 1 Mi characters add up to 4 MB, the head for detection is 1 MB; the file would be 8 GB as text.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Columns_can_be_named_and_lines_passed_over()
    {
        using var file = new TableFile("Tabell 1\nkilde: SSB;;\n1;2\n3;4\n");

        Assert.Equal([["x", "y"], ["1", "2"], ["3", "4"]], file.Rows(d => d with { SkipLines = 2, Columns = ["x", "y"], Delimiter = ";" }));
    }

    [Fact]
    public void Whatever_is_written_as_rfc_4180_is_read_again()
    {
        var text = Gen.Elements("", "a", "\"", ";", "\n", "\r\n", "æ", " ", "\"\"", new string('x', 70_000)).ListOf(3).Select(string.Concat);
        Prop.ForAll(text.ListOf(2).ListOf(3).ToArbitrary(), rows =>
        {
            var lines = rows.Select(row => string.Join(';', row.Select(f => "\"" + f.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")));
            using var file = new TableFile("h;i\n" + string.Join("\r\n", lines));
            return file.Rows(d => d with { Delimiter = ";" }).Skip(1).SelectMany(r => r).SequenceEqual(rows.SelectMany(r => r));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Imdis_table_of_low_income_is_read_whole()
    {
        // tail -n +2 vedvarende_lavinntekt.csv | wc -l => 4031 ; head -2 | tail -1 => "2013","000301","alle","alle","prosent","13.7",...
        var path = SharedData.Require("data/imdi-kommune-bydel-2015/vedvarende_lavinntekt.csv");
        var rows = TableFile.Read(TableFile.At(path));

        Assert.Equal(["aar", "bydel_nr", "innvkat_3", "vreg_3", "enhet", "tabellvariabel", "tabell_navn", "fylke_nr", "kommune_nr", "naringsregion_nr"], rows[0]);
        Assert.Equal(File.ReadLines(path).Count() - 1, rows.Count - 1);
        Assert.Equal("13.7", rows[1][5]);
    }

    [Fact]
    public void Fhis_table_is_detected_with_its_delimiter()
    {
        using var reader = TableReader.Open(TableFile.At(SharedData.Require("data/fhi-levekarssoner-lks/lks2025.csv")));

        Assert.StartsWith("delimiter ';'", reader.Detected, StringComparison.Ordinal);
        Assert.Equal(["sourceCode", "sourceName", "targetCode", "targetName"], reader.Layout.Names);
        Assert.True(reader.Read());
        Assert.Equal("Tøyen Rode 1", reader[3].ToString());
    }
}
