-- The data model of Bolyst. Every row that a delivery brings carries its dataset version (the delivery's
-- sequence number, from 1 up without gaps), and no row is ever changed afterwards.
--
-- Identity and description are kept apart: zone_set, zone and indicator hold a key that never changes and the
-- number that observations join on; *_generation holds what one delivery said about it.

-- A key or a code: compared byte by byte, so that order never depends on the language of the database.
CREATE DOMAIN bolyst.code AS text COLLATE "C";

-- Delivery. Written last in its transaction, with its report: hence the deferred references to it below.
CREATE TABLE bolyst.delivery (
    version      bigint PRIMARY KEY CHECK (version > 0),
    key          text NOT NULL,
    title_nb     text NOT NULL,
    title_nn     text,
    title_en     text,
    supplier     text NOT NULL,
    licence      text NOT NULL,
    source_url   text,
    contact      text,
    received_on  date,
    description  text NOT NULL,
    sha256       text NOT NULL UNIQUE,
    report       jsonb NOT NULL,
    committed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE bolyst.delivered_file (
    version bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    name    text NOT NULL,
    bytes   bigint NOT NULL,
    sha256  text NOT NULL,
    PRIMARY KEY (version, name)
);

-- Zone sets and zones.
CREATE TABLE bolyst.zone_set (
    zone_set_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         bolyst.code NOT NULL UNIQUE
);

CREATE TABLE bolyst.zone_set_generation (
    zone_set_id         integer NOT NULL REFERENCES bolyst.zone_set,
    version             bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    level               text NOT NULL,
    name_nb             text NOT NULL,
    name_nn             text,
    name_en             text,
    valid_from          date NOT NULL,
    valid_to            date CHECK (valid_to >= valid_from), -- the last valid day; null: still valid
    is_partition        boolean NOT NULL,
    licence             text NOT NULL,
    source              text,
    boundaries_official boolean NOT NULL,
    zone_count          integer NOT NULL,
    outline_count       integer NOT NULL,
    PRIMARY KEY (zone_set_id, version)
);

CREATE TABLE bolyst.zone (
    zone_id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    zone_set_id integer NOT NULL REFERENCES bolyst.zone_set,
    code        bolyst.code NOT NULL CHECK (code <> ''),
    UNIQUE (zone_set_id, code)
);

-- One zone as one delivery drew it. The derived columns are made here, so that they can never disagree with the outline.
CREATE TABLE bolyst.zone_generation (
    zone_set_id integer NOT NULL,
    version     bigint NOT NULL,
    code        bolyst.code NOT NULL, -- the zone's own, here too so that a page of zones is one walk of the primary key
    ordinal     integer NOT NULL, -- 0-based place in the order of codes: the place in a column of the cube
    zone_id     integer NOT NULL REFERENCES bolyst.zone,
    name        text NOT NULL,
    part_count  integer NOT NULL,
    geom        geometry(MultiPolygon, 25833),
    polygon_count integer GENERATED ALWAYS AS (ST_NumGeometries(geom)) STORED,
    area_m2     double precision GENERATED ALWAYS AS (ST_Area(geom)) STORED,
    point       geometry(Point, 25833) GENERATED ALWAYS AS (ST_PointOnSurface(geom)) STORED,
    point_x     double precision GENERATED ALWAYS AS (ST_X(ST_PointOnSurface(geom))) STORED,
    point_y     double precision GENERATED ALWAYS AS (ST_Y(ST_PointOnSurface(geom))) STORED,
    min_x       double precision GENERATED ALWAYS AS (ST_XMin(geom)) STORED,
    min_y       double precision GENERATED ALWAYS AS (ST_YMin(geom)) STORED,
    max_x       double precision GENERATED ALWAYS AS (ST_XMax(geom)) STORED,
    max_y       double precision GENERATED ALWAYS AS (ST_YMax(geom)) STORED,
    PRIMARY KEY (zone_set_id, version, code),
    UNIQUE (zone_id, version),
    FOREIGN KEY (zone_set_id, version) REFERENCES bolyst.zone_set_generation DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX zone_generation_geom ON bolyst.zone_generation USING gist (geom);

-- A delivery's links of one kind between two zone sets replace the earlier ones as a whole: this says which deliveries brought any.
CREATE TABLE bolyst.zone_link_generation (
    kind          smallint NOT NULL CHECK (kind BETWEEN 0 AND 2), -- 0 parent, 1 part of, 2 became
    from_zone_set bolyst.code NOT NULL,
    to_zone_set   bolyst.code NOT NULL,
    version       bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (kind, from_zone_set, to_zone_set, version)
);

-- Links by code, not by number: a code that was replaced (became) may never have had an outline here.
CREATE TABLE bolyst.zone_link (
    version       bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    kind          smallint NOT NULL CHECK (kind BETWEEN 0 AND 2),
    from_zone_set bolyst.code NOT NULL,
    from_code     bolyst.code NOT NULL,
    to_zone_set   bolyst.code NOT NULL,
    to_code       bolyst.code NOT NULL,
    share         double precision CHECK (share > 0 AND share <= 1),
    on_date       date,
    PRIMARY KEY (kind, from_zone_set, to_zone_set, version, from_code, to_code)
);
CREATE INDEX zone_link_to ON bolyst.zone_link (kind, to_zone_set, to_code, version);

-- Områdesatsingar. Version 0 is the reference data shipped with Bolyst. Boundaries are always delivered.
CREATE TABLE bolyst.omradesatsing (
    key          bolyst.code NOT NULL,
    version      bigint NOT NULL,
    name         text NOT NULL,
    aliases      text[] NOT NULL,
    kommune_code text NOT NULL,
    kommune_name text NOT NULL,
    area         text,
    start_year   integer,
    end_year     integer CHECK (end_year >= start_year), -- the last active year
    status       smallint NOT NULL CHECK (status BETWEEN 0 AND 2), -- 0 announced, 1 ongoing, 2 ended
    delprogram   text[] NOT NULL,
    goals        text[] NOT NULL,
    funders      text[] NOT NULL,
    predecessors text[] NOT NULL,
    notes        text[] NOT NULL,
    source       text NOT NULL,
    PRIMARY KEY (key, version)
);

CREATE TABLE bolyst.omradesatsing_boundary (
    key         bolyst.code NOT NULL,
    version     bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    valid_from  date NOT NULL,
    valid_to    date CHECK (valid_to >= valid_from),
    is_official boolean NOT NULL,
    source      text NOT NULL,
    geom        geometry(MultiPolygon, 25833) NOT NULL,
    area_m2     double precision GENERATED ALWAYS AS (ST_Area(geom)) STORED,
    PRIMARY KEY (key, version, valid_from)
);
CREATE INDEX omradesatsing_boundary_geom ON bolyst.omradesatsing_boundary USING gist (geom);

-- Indicators.
CREATE TABLE bolyst.indicator (
    indicator_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key          bolyst.code NOT NULL UNIQUE
);

CREATE TABLE bolyst.indicator_generation (
    indicator_id  integer NOT NULL REFERENCES bolyst.indicator,
    version       bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    name_nb       text NOT NULL,
    name_nn       text,
    name_en       text,
    theme         text NOT NULL,
    definition_nb text NOT NULL,
    definition_nn text,
    definition_en text,
    numerator     text,
    denominator   text,
    age_band      text,
    unit          text NOT NULL,
    scale         double precision NOT NULL,
    polarity      smallint NOT NULL CHECK (polarity BETWEEN 0 AND 3),
    kind          text NOT NULL,
    source_table  text,
    ethnicity     boolean NOT NULL,
    form          smallint NOT NULL CHECK (form BETWEEN 0 AND 4),
    PRIMARY KEY (indicator_id, version),
    CONSTRAINT ethnicity_is_context_only CHECK (NOT ethnicity OR polarity = 3)
);

-- Observations. No foreign keys: the writer knows every zone and indicator it may name, and a reference checked per row
-- would halve the rate of COPY. The one index serves the one read: a column of the cube, and refuses a cell given twice.
-- Wide columns first, so that no row is padded.
CREATE TABLE bolyst.observation (
    version          bigint NOT NULL,
    numerator        double precision,
    denominator      double precision,
    value            double precision,
    indicator_id     integer NOT NULL,
    zone_id          integer NOT NULL,
    status           smallint NOT NULL CHECK (status BETWEEN 0 AND 8),
    period           text COLLATE "C" NOT NULL,
    breakdown        text COLLATE "C" NOT NULL, -- empty: the total
    suppression_rule text,
    PRIMARY KEY (indicator_id, period, breakdown, zone_id, version)
);

-- Which columns a delivery brought anything for: the periods and breakdowns that exist, without reading observations.
CREATE TABLE bolyst.delivered_column (
    indicator_id integer NOT NULL REFERENCES bolyst.indicator,
    zone_set_id  integer NOT NULL REFERENCES bolyst.zone_set,
    period       bolyst.code NOT NULL,
    breakdown    bolyst.code NOT NULL,
    version      bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    starts_on    date NOT NULL,
    ends_before  date NOT NULL,
    cell_count   bigint NOT NULL,
    value_count  bigint NOT NULL,
    PRIMARY KEY (indicator_id, zone_set_id, period, breakdown, version)
);

-- Index definitions (recipes) and kept results: appended, never changed, no part of a delivery.
CREATE TABLE bolyst.index_definition (
    key        bolyst.code NOT NULL,
    revision   integer NOT NULL CHECK (revision > 0),
    recipe     jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (key, revision)
);

CREATE TABLE bolyst.index_result (
    key             bolyst.code NOT NULL,
    revision        integer NOT NULL,
    dataset_version bigint NOT NULL REFERENCES bolyst.delivery,
    parameters      jsonb NOT NULL,
    result          jsonb NOT NULL,
    computed_at     timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (key, revision) REFERENCES bolyst.index_definition
);
-- jsonb has one text form for equal values; hashed, since parameters may outgrow an index entry.
CREATE UNIQUE INDEX index_result_identity ON bolyst.index_result (key, revision, dataset_version, md5(parameters::text));

-- Immutability is the database's own rule, so that no client, however careless, can rewrite history.
CREATE FUNCTION bolyst.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: delivered data is immutable. Deliver again; the later delivery supersedes.',
        TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'BL001';
END
$$;

DO $$
DECLARE
    kept regclass;
BEGIN
    FOR kept IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'bolyst'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'
    LOOP
        EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
            'FOR EACH STATEMENT EXECUTE FUNCTION bolyst.refuse_change()', kept);
    END LOOP;
END
$$;
