using System.Xml.Linq;
using Bolyst.Service.Styles.Drawing;

namespace Bolyst.Service.Tests.Styles;

public class RasterizerTests
{
    private static readonly XDocument Square = XDocument.Parse("<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'/>");

    [Fact]
    public async Task A_program_that_is_not_there_gives_nothing()
    {
        using var rasterizer = new Rasterizer("no-such-program");
        Assert.Null(await rasterizer.DrawAsync(Square, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_that_fails_gives_no_half_picture()
    {
        using var rasterizer = new Rasterizer("false");
        await Assert.ThrowsAnyAsync<Exception>(() => rasterizer.DrawAsync(Square, 1, TestContext.Current.CancellationToken));
    }
}
