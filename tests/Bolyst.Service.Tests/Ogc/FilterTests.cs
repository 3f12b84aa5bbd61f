namespace Bolyst.Service.Tests.Ogc;

/// <summary>OGC API Features part 3: queryables, CQL2, sorting. What the zones hold stands at <see cref="Norge"/>.</summary>
public class FilterTests(Norge norge)
{
    private const string Ruter = "/ogc/collections/ruter";
    private const string Utm = "&filter-crs=http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FEPSG%2F0%2F25833";

    [Theory]
    [InlineData("folketal > 2300", "24,25")]
    [InlineData("\"folketal\" >= 2.4e3", "24,25")]
    [InlineData("folketal < -1", "")]
    [InlineData("indeks < 7", "13")]
    [InlineData("indeks IS NOT NULL AND folketal <= 1400", "13,14")]
    [InlineData("indeks IS NULL AND folketal > 1100", "12")]
    [InlineData("folketal BETWEEN 200 AND 400", "02,03,04")]
    [InlineData("folketal NOT BETWEEN 200 AND 2400", "01,25")]
    [InlineData("code IN ('01','25','99')", "01,25")]
    [InlineData("code NOT IN ('01') AND folketal < 300", "02")]
    [InlineData("name LIKE 'Søre%'", "13")]
    [InlineData("name LIKE 'Rute _5'", "05,15,25")]
    [InlineData("name NOT LIKE 'Rute%'", "13")]
    [InlineData("name = 'Søre O''Fjell'", "13")]
    [InlineData("(code='01' OR code='02') AND NOT code='02'", "01")]
    [InlineData("code='01' OR code='02' AND code='03'", "01")]
    [InlineData("code <> '01' AND FALSE", "")]
    [InlineData("(code = '01') AND (TRUE)", "01")]
    [InlineData("code = '02' AND NOT (FALSE OR (FALSE))", "02")]
    [InlineData("TRUE = TRUE AND code = '03'", "03")]
    [InlineData("name LIKE '%jel_'", "13")]
    [InlineData("name LIKE '%t%e%7%'", "07,17")]
    [InlineData("name LIKE 'S_re O''_jell'", "13")]
    [InlineData("name LIKE 'Rute 0\\_'", "")]
    [InlineData("name LIKE 'Rute 0'", "")]
    [InlineData("name LIKE '%' AND code > '24'", "25")]
    [InlineData("indeks_status = 'suppressed' AND code > '10' AND TRUE", "11,12")]
    [InlineData("NOT (indeks > 0) AND code < '15'", "")]
    [InlineData("valid_from = DATE('2020-01-01') and code = '07'", "07")]
    [InlineData("valid_to > TIMESTAMP('2022-12-30T12:00:00Z') and code = '07'", "07")]
    public async Task Text_selects_by_value(string filter, string codes) => Assert.Equal(codes, await SelectAsync(filter));

    [Theory]
    [InlineData("S_INTERSECTS(geometry,POINT(262050 6649050))", "01")]
    [InlineData("S_CONTAINS(geometry,POINT(262150 6649050))", "02")]
    [InlineData("S_INTERSECTS(geometry,BBOX(262010,6649010,262110,6649110))", "01,02,06,07")]
    [InlineData("S_WITHIN(geometry,POLYGON((262000 6649000,262200 6649000,262200 6649100,262000 6649100,262000 6649000)))", "01,02")]
    [InlineData("S_TOUCHES(geometry,POLYGON((262000 6649000,262100 6649000,262100 6649100,262000 6649100,262000 6649000)))", "02,06,07")]
    [InlineData("S_EQUALS(geometry,POLYGON((262100 6649100,262100 6649200,262200 6649200,262200 6649100,262100 6649100)))", "07")]
    [InlineData("S_OVERLAPS(geometry,POLYGON((261950 6649000,262050 6649000,262050 6649100,261950 6649100,261950 6649000)))", "01")]
    [InlineData("S_CROSSES(geometry,LINESTRING(261950 6649050,262050 6649050))", "01")]
    [InlineData("S_DISJOINT(geometry,BBOX(262010,6649010,262490,6649390)) AND code < '23'", "21,22")]
    [InlineData("S_INTERSECTS(POINT(262050 6649050),geometry)", "01")]
    [InlineData("S_WITHIN(POINT(262150 6649050),geometry)", "02")]
    [InlineData("S_CONTAINS(POLYGON((262000 6649000,262200 6649000,262200 6649100,262000 6649100,262000 6649000)),\"geometry\")", "01,02")]
    [InlineData("S_INTERSECTS(geometry,POINT Z (262050 6649050 10))", "01")]
    [InlineData("S_INTERSECTS(geometry,point zm(262050 6649050 10 1))", "01")]
    [InlineData("S_INTERSECTS(geometry,GEOMETRYCOLLECTION(POINT(262050 6649050),LINESTRING(262410 6649410,262450 6649450)))", "01,25")]
    public async Task Text_selects_by_place(string filter, string codes) => Assert.Equal(codes, await SelectAsync(filter, Utm));

    // echo "262050 6649050" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4326
    [Theory]
    [InlineData("S_INTERSECTS(geometry,POINT(10.743555 59.910082))", "")]
    [InlineData("S_INTERSECTS(geometry,POINT(59.910082 10.743555))", "&filter-crs=http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FEPSG%2F0%2F4326")]
    public async Task Places_stand_in_the_order_of_axes_of_their_system(string filter, string crs) => Assert.Equal("01", await SelectAsync(filter, crs));

    [Theory]
    [InlineData("ruter", "T_AFTER(valid_from,DATE('2019-12-31'))", 25)]
    [InlineData("ruter", "T_BEFORE(valid_to,DATE('2022-12-31'))", 0)]
    [InlineData("ruter", "T_DURING(valid_from,INTERVAL('2019-01-01','2021-01-01'))", 25)]
    [InlineData("ruter", "T_EQUALS(INTERVAL(valid_from,valid_to),INTERVAL('2020-01-01','2022-12-31'))", 25)]
    [InlineData("ruter", "T_INTERSECTS(INTERVAL(valid_from,valid_to),INTERVAL('2022-12-31','..'))", 25)]
    [InlineData("ruter", "T_DISJOINT(INTERVAL(valid_from,valid_to),DATE('2023-01-01'))", 25)]
    [InlineData("steder", "T_INTERSECTS(INTERVAL(valid_from,valid_to),DATE('2050-01-01'))", 3)]
    [InlineData("steder", "T_AFTER(valid_to,DATE('2000-01-01'))", 0)]
    [InlineData("steder", "valid_from IN ('2024-01-01','2024-01-02')", 3)]
    [InlineData("steder", "valid_from > '2024-01-01'", 0)]
    [InlineData("steder", "T_AFTER(valid_from,'2023-12-31')", 3)]
    public async Task Text_selects_by_time(string collection, string filter, int count) =>
        Assert.Equal(count, (await norge.GetAsync($"/ogc/collections/{collection}/items?filter={Uri.EscapeDataString(filter)}")).GetProperty("numberMatched").GetInt32());

    // A parallel bends in the plane that outlines are stored in: at Oslo the chord of the second lies 130 km north of it.
    [Theory]
    [InlineData("S_INTERSECTS(geometry,BBOX(0,59.5,40,60.2))", "1")]
    [InlineData("S_INTERSECTS(geometry,POLYGON((0 59.5,40 59.5,40 60.2,0 60.2,0 59.5)))", "1")]
    [InlineData("S_INTERSECTS(geometry,LINESTRING(0 59.912,40 59.912))", "1")]
    [InlineData("S_INTERSECTS(geometry,POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)))", "1,2")]
    [InlineData("S_WITHIN(geometry,POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)))", "1,2")]
    [InlineData("S_DISJOINT(geometry,POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)))", "")]
    [InlineData("S_EQUALS(geometry,POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)))", "")]
    [InlineData("S_INTERSECTS(geometry,POINT(150 0))", "")]
    [InlineData("S_CONTAINS(geometry,POINT(10.75 59.914))", "1")]
    [InlineData("S_CONTAINS(geometry,MULTIPOINT(10.75 59.914,150 0))", "")]
    [InlineData("S_INTERSECTS(geometry,MULTIPOINT(10.75 59.914,150 0))", "1")]
    [InlineData("geometry IS NULL", "3")]
    [InlineData("geometry IS NOT NULL", "1,2")]
    public async Task Places_may_lie_anywhere_on_earth_and_their_lines_are_straight_in_degrees(string filter, string codes) =>
        Assert.Equal(codes, string.Join(',', Norge.Codes(await norge.GetAsync($"/ogc/collections/steder/items?sortby=code&filter={Uri.EscapeDataString(filter)}"))));

    [Theory]
    [InlineData("""{"op":">","args":[{"property":"folketal"},2300]}""", "24,25")]
    [InlineData("""{"op":"and","args":[{"op":"isNull","args":[{"property":"indeks"}]},{"op":">","args":[{"property":"folketal"},1100]}]}""", "12")]
    [InlineData("""{"op":"or","args":[{"op":"=","args":[{"property":"code"},"01"]},{"op":"like","args":[{"property":"name"},"Søre%"]}]}""", "01,13")]
    [InlineData("""{"op":"between","args":[{"property":"folketal"},200,400]}""", "02,03,04")]
    [InlineData("""{"op":"in","args":[{"property":"code"},["01","25"]]}""", "01,25")]
    [InlineData("""{"op":"not","args":[{"op":"<","args":[{"property":"code"},"25"]}]}""", "25")]
    [InlineData("""{"op":"and","args":[{"op":"=","args":[{"property":"valid_from"},{"date":"2020-01-01"}]},{"op":"=","args":[{"property":"code"},"03"]},true]}""", "03")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[262050,6649050]}]}""", "01")]
    [InlineData("""{"op":"s_within","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[262000,6649000],[262200,6649000],[262200,6649100],[262000,6649100],[262000,6649000]]]}]}""", "01,02")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[262010,6649010,262110,6649110]}]}""", "01,02,06,07")]
    [InlineData("""{"op":"s_within","args":[{"type":"Point","coordinates":[262150,6649050]},{"property":"geometry"}]}""", "02")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[262050,6649050]},{"type":"Point","coordinates":[262150,6649050]}]}]}""", "01,02")]
    [InlineData("""{"op":"not","args":[{"op":"isNull","args":[{"property":"geometry"}]}]}""", "01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25")]
    [InlineData("""{"op":"t_intersects","args":[{"interval":[{"property":"valid_from"},{"property":"valid_to"}]},{"interval":["2023-01-01",".."]}]}""", "")]
    public async Task Json_selects_alike(string filter, string codes) => Assert.Equal(codes, await SelectAsync(filter, Utm + "&filter-lang=cql2-json"));

    [Fact]
    public async Task A_filter_a_box_and_pages_work_together()
    {
        var first = await norge.GetAsync(
            $"{Ruter}/items?limit=1&sortby=-folketal&filter=folketal%20%3E%20100&bbox=262010,6649010,262110,6649110&bbox-crs={Uri.EscapeDataString("http://www.opengis.net/def/crs/EPSG/0/25833")}");
        var second = await norge.GetAsync(Norge.LinkOf(first, "next")!);

        Assert.Equal((3, "07", "06"), (first.GetProperty("numberMatched").GetInt32(), Norge.Codes(first).Single(), Norge.Codes(second).Single()));
    }

    [Theory]
    [InlineData("-folketal", "25,24,23")]
    [InlineData("+indeks", "13,14,15")]
    [InlineData("-indeks,code", "25,24,23")]
    [InlineData("indeks_status,-code", "12,11,10")]
    public async Task Features_come_in_the_order_asked_for_and_missing_numbers_last(string sortby, string first) =>
        Assert.Equal(first, string.Join(',', Norge.Codes(await norge.GetAsync($"{Ruter}/items?limit=3&sortby={Uri.EscapeDataString(sortby)}"))));

    [Fact]
    public async Task Queryables_and_schema_name_every_property_with_its_type()
    {
        var queryables = await norge.GetAsync(Ruter + "/queryables");
        var collection = await norge.GetAsync(Ruter);

        Assert.Equal($"{norge.Root}/collections/ruter/queryables", Norge.LinkOf(collection, "http://www.opengis.net/def/rel/ogc/1.0/queryables"));
        Assert.Equal($"{norge.Root}/collections/ruter/schema", Norge.LinkOf(collection, "http://www.opengis.net/def/rel/ogc/1.0/schema"));
        var properties = queryables.GetProperty("properties");
        Assert.Equal(
            ["geometry", "code", "name", "valid_from", "valid_to", "folketal", "folketal_status", "indeks", "indeks_status"], properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("number", "points", "date", "geometry-multipolygon"), (
            properties.GetProperty("indeks").GetProperty("type").GetString(), properties.GetProperty("indeks").GetProperty("x-ogc-unit").GetString(),
            properties.GetProperty("valid_from").GetProperty("format").GetString(), properties.GetProperty("geometry").GetProperty("format").GetString()));
        Assert.Equal($"{norge.Root}/collections/ruter/queryables", (await norge.GetAsync(Ruter + "/queryables?indicators=none&f=json")).GetProperty("$id").GetString());
        Assert.Equal(properties.GetRawText(), (await norge.GetAsync(Ruter + "/schema")).GetProperty("properties").GetRawText());
    }

    [Theory]
    [InlineData("folketal >", "character 11: expected a property or a value, found the end")]
    [InlineData("folketal ! 3", "character 10: '!' has no meaning here")]
    [InlineData("folketal > 1 code = '01'", "character 14: expected AND, OR or the end, found 'code'")]
    [InlineData("(folketal > 1", "character 14: expected ')', found the end")]
    [InlineData("name = 'open", "character 8: the quote ' is not closed")]
    [InlineData("folketal > 1x", "character 12: '1x' is not a number")]
    [InlineData("name LIKE 5", "character 11: expected a pattern in single quotes")]
    [InlineData("valid_from > DATE('i går')", "character 19: expected a day or time")]
    [InlineData("lower(name) = 'x'", "character 1: there is no function 'lower'")]
    [InlineData("S_INTERSECTS(geom,POINT(1 2))", "character 14: expected the property geometry or a geometry, found 'geom'")]
    [InlineData("S_INTERSECTS(POINT(1 2),POINT(1 2))", "character 25: expected the property geometry, found 'POINT'")]
    [InlineData("S_INTERSECTS(geometry,POINT EMPTY)", "the geometry is empty")]
    [InlineData("S_INTERSECTS(geometry,MULTIPOINT(7.02 49.92,90 180))", "lies outside what")]
    [InlineData("S_INTERSECTS(geometry,BBOX(1000000,1000000,2000000,2000000))", "lies outside what")]
    [InlineData("S_INTERSECTS(geometry,POINT(ein to))", "character 23: 'POINT(ein to)' is not well-known text")]
    [InlineData("S_INTERSECTS(geometry,POINT(1 2)", "character 33: expected ')'")]
    [InlineData("S_INTERSECTS(geometry,POINT(59.9 510.7))", "lies outside what")]
    [InlineData("S_INTERSECTS(geometry,POLYGON((1 1,2 2,1 2,2 1,1 1)))", "the geometry is invalid")]
    [InlineData("farge = 'raud'", "filter: names 'farge', which collection 'ruter' does not have. It has code, name")]
    [InlineData("folketal = '5'", "folketal is a number and '5' is text")]
    [InlineData("T_AFTER(name,DATE('2020-01-01'))", "name is not a day")]
    public async Task What_is_wrong_with_a_filter_is_said_with_its_place(string filter, string sentence)
    {
        var fault = await norge.FailAsync($"{Ruter}/items?filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(400, fault.Status);
        Assert.Contains(sentence, fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"op":"=",""", "expected JSON")]
    [InlineData("""{"op":"near","args":[]}""", "there is no operator 'near'")]
    [InlineData("""{"op":"=","args":[{"property":"code"}]}""", "'=' takes 2 of args, not 1")]
    [InlineData("""{"op":"=","args":[1,1,2]}""", "'=' takes 2 of args, not 3")]
    [InlineData("""{"op":"not","args":[true,false]}""", "'not' takes 1 of args, not 2")]
    [InlineData("""{"op":"=","args":[1,1],"op":"<>"}""", "expected JSON")]
    [InlineData("""{"op":"=","args":[{"property":"name"},"\ud800"]}""", "half a character")]
    [InlineData("""{"op":"<","args":[{"property":"folketal"},1e999]}""", "expected a property or a value")]
    [InlineData("""{"op":"s_within","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[1]}]}""", "is not a GeoJSON geometry")]
    [InlineData("""[1]""", "expected {\"op\"")]
    public async Task What_is_wrong_with_Json_is_said(string filter, string sentence)
    {
        var fault = await norge.FailAsync($"{Ruter}/items?filter-lang=cql2-json&filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(400, fault.Status);
        Assert.Contains(sentence, fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?sortby=farge", "sortby: names 'farge'")]
    [InlineData("?filter=TRUE&filter-lang=sql", "filter-lang: is 'sql'")]
    [InlineData("?filter=TRUE&filter-crs=EPSG:1", "filter-crs: is 'EPSG:1'")]
    [InlineData("?filter-lang=sql", "filter-lang: is 'sql'")]
    [InlineData("?filter=TRUE&filter=FALSE", "filter: stands 2 times")]
    public async Task Other_parameters_are_checked_too(string query, string sentence) =>
        Assert.Contains(sentence, (await norge.FailAsync($"{Ruter}/items{query}")).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("(", "TRUE", "")]
    [InlineData("GEOMETRYCOLLECTION(", "POINT(1 1)", "S_INTERSECTS(geometry,")]
    public async Task A_filter_that_is_nested_too_deep_is_refused(string open, string within, string before)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 1000)) + within + new string(')', 1000);
        var fault = await norge.FailAsync($"{Ruter}/items?filter={before}{nested}{(before.Length > 0 ? ")" : "")}");

        Assert.Equal(400, fault.Status);
        Assert.Contains("nested deeper than 50", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_goes_back_at_every_letter_is_answered()
    {
        var pattern = string.Concat(Enumerable.Repeat("%a", 1500));
        Assert.Equal("", await SelectAsync($"name LIKE '{pattern}'"));
    }

    private async Task<string> SelectAsync(string filter, string more = "") => string.Join(
        ',', Norge.Codes(await norge.GetAsync($"{Ruter}/items?filter={Uri.EscapeDataString(filter)}{more}")).Order(StringComparer.Ordinal));
}
