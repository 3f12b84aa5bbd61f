using Bolyst.Service.Downloads.Formats;
using Bolyst.Service.Layers;
using Bolyst.Service.Reading;
using Bolyst.Service.Tests.Gis;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tests.Serving;
using Bolyst.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>What is said of a file's size before it is made, beside the file.</summary>
public class SizeBoundsTests(Norge norge, Files files, Elvsund elvsund)
{
    [Fact]
    public async Task A_file_is_as_large_as_was_said() // Zones without an outline, hostile names, water and boundaries; few large outlines, many small ones, many fields.
    {
        await CheckAsync(norge.Served, "steder", "ruter", Features.Water, Features.Boundaries);
        await CheckAsync(files.Served, "stygge");
        var demo = await elvsund.ServedAsync();
        await CheckAsync(demo, [.. (await demo.Store.Catalogue.ListZoneSetsAsync()).Select(set => set.Key)]);
    }

    private static async Task CheckAsync(Served served, params string[] layers)
    {
        var dataset = await served.Services.GetRequiredService<Datasets>().OpenAsync(0, CancellationToken.None);
        foreach (var id in layers)
        {
            var layer = await served.Services.GetRequiredService<LayerCatalogue>().OpenAsync(dataset, id, LayerQuery.All, CancellationToken.None);
            foreach (var format in DownloadFormat.All)
            {
                var file = $"{id}.{format.Extension}";
                var (size, bytes) = (format.Bounds(layer.Amount), (await served.Http.GetByteArrayAsync(new Uri("/download/" + file, UriKind.Relative))).LongLength);
                Assert.True(size.Least <= bytes && bytes <= size.Most, $"{file} has {bytes} bytes, not {size.Least} to {size.Most}.");
            }
        }
    }
}
