-- The triggers that keep the spatial index of {table} right when somebody edits the file (OGC 12-128r18, annex F.3). {index} is the index.
CREATE TRIGGER "{index}_insert" AFTER INSERT ON "{table}" WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
    INSERT OR REPLACE INTO "{index}" VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER "{index}_update1" AFTER UPDATE OF geom ON "{table}" WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
    INSERT OR REPLACE INTO "{index}" VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER "{index}_update2" AFTER UPDATE OF geom ON "{table}" WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
    DELETE FROM "{index}" WHERE id = OLD.fid;
END;
CREATE TRIGGER "{index}_update3" AFTER UPDATE ON "{table}" WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
    DELETE FROM "{index}" WHERE id = OLD.fid;
    INSERT OR REPLACE INTO "{index}" VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER "{index}_update4" AFTER UPDATE ON "{table}" WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
    DELETE FROM "{index}" WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER "{index}_delete" AFTER DELETE ON "{table}" WHEN OLD.geom NOT NULL BEGIN
    DELETE FROM "{index}" WHERE id = OLD.fid;
END;
