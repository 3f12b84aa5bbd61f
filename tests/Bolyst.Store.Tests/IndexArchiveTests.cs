using Bolyst.Store.Model;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests;

public class IndexArchiveTests
{
    [Fact]
    public async Task A_changed_recipe_is_a_new_revision_and_the_old_one_stays()
    {
        await using var fixture = await CreateAsync();
        var indexes = fixture.Store.Indexes;

        Assert.Equal(1, await indexes.SaveDefinitionAsync("produkt", """{"factors": ["a", "b"]}"""));
        Assert.Equal(1, await indexes.SaveDefinitionAsync("produkt", """{ "factors" : ["a","b"] }"""));
        Assert.Equal(2, await indexes.SaveDefinitionAsync("produkt", """{"factors": ["a"]}"""));
        Assert.Equal(1, await indexes.SaveDefinitionAsync("teljing", "{}"));
        Assert.Equal("""{"factors": ["a", "b"]}""", (await indexes.FindDefinitionAsync("produkt", 1))!.RecipeJson);
        Assert.Equal(2, (await indexes.FindDefinitionAsync("produkt"))!.Revision);
        Assert.Null(await indexes.FindDefinitionAsync("produkt", 3));
        Assert.Equal([("produkt", 2), ("teljing", 1)], (await indexes.ListDefinitionsAsync()).Select(definition => (definition.Key, definition.Revision)));
    }

    [Fact]
    public async Task Services_that_start_together_keep_one_revision_between_them()
    {
        await using var fixture = await CreateAsync();
        var revisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.Store.Indexes.SaveDefinitionAsync("produkt", "{}")));

        Assert.All(revisions, revision => Assert.Equal(1, revision));
    }

    [Fact]
    public async Task A_result_is_kept_with_what_it_was_computed_from()
    {
        await using var fixture = await CreateAsync();
        var indexes = fixture.Store.Indexes;
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
            await session.CommitAsync("{}");
        await indexes.SaveDefinitionAsync("produkt", "{}");
        var run = new IndexRun("produkt", 1, 1, """{"zoneSet": "rekke", "period": "2020"}""");
        await indexes.SaveResultAsync(run, """{"values": [1.5]}""");
        await indexes.SaveResultAsync(run, """{"values": [2.5]}""");

        Assert.Equal("""{"values": [1.5]}""", await indexes.FindResultAsync(run with { ParametersJson = """{"period": "2020", "zoneSet": "rekke"}""" }));
        Assert.Null(await indexes.FindResultAsync(run with { ParametersJson = """{"zoneSet": "rekke", "period": "2021"}""" }));
        var fault = await Assert.ThrowsAsync<StoreException>(() => indexes.SaveResultAsync(run with { Revision = 2 }, "{}"));
        Assert.Equal(StoreFault.Unknown, fault.Fault);
    }
}
