using System.Globalization;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>
/// Reads PostgreSQL's COPY text, as GDAL's PGDUMP driver writes it: a record a line, tabs between fields, \N for null, a backslash before a
/// backslash, tab or line break that belongs to a text (PostgreSQL manual, COPY, Text Format).
/// </summary>
internal sealed class CopyText(Stream stream, int largestRecord)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int recordStart;
    private int recordLength;

    /// <summary>The record last read, without its line break. Valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Record => buffer.AsSpan(recordStart, recordLength);

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="GdalException">A record is larger than allowed.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        var scanned = start;
        while (true)
        {
            var found = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var lineEnd = scanned + found;
                scanned = lineEnd + 1;
                if (!IsEscaped(lineEnd))
                {
                    (recordStart, recordLength, start) = (start, lineEnd - start, scanned);
                    return true;
                }

                continue;
            }

            var kept = end - start;
            if (!await FillAsync(ct))
            {
                (recordStart, recordLength, start) = (0, kept, end);
                return kept > 0;
            }

            scanned = start + kept;
        }
    }

    /// <summary>The fields of the record, one range of bytes each, still escaped.</summary>
    public List<Range> Fields()
    {
        var fields = new List<Range>();
        var from = 0;
        for (var i = 0; i < recordLength; i++)
        {
            switch (Record[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'\t':
                    fields.Add(from..i);
                    from = i + 1;
                    break;
            }
        }

        fields.Add(from..recordLength);
        return fields;
    }

    /// <summary>The text of a field; empty for null.</summary>
    public string Text(Range field)
    {
        var bytes = Record[field];
        if (bytes.SequenceEqual("\\N"u8))
        {
            return "";
        }

        if (bytes.IndexOf((byte)'\\') < 0)
        {
            return System.Text.Encoding.UTF8.GetString(bytes);
        }

        var plain = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            i += bytes[i] == (byte)'\\' && i + 1 < bytes.Length ? 1 : 0;
            plain[length++] = bytes[i];
        }

        return System.Text.Encoding.UTF8.GetString(plain, 0, length);
    }

    private bool IsEscaped(int position)
    {
        var backslashes = 0;
        while (position - backslashes > start && buffer[position - backslashes - 1] == (byte)'\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        var kept = end - start;
        if (kept >= largestRecord)
        {
            throw new GdalException(string.Create(CultureInfo.InvariantCulture, $"A feature takes more than {largestRecord >> 20} MiB."));
        }

        if (kept > buffer.Length / 2)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        Buffer.BlockCopy(buffer, start, buffer, 0, kept);
        start = 0;
        var read = await stream.ReadAsync(buffer.AsMemory(kept), ct);
        end = kept + read;
        return read > 0;
    }
}
