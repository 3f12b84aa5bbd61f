def polygons_of(delta):
    """Reads a DeltaGeometry: polygons, each a list of rings, each a closed list of (x, y) in the srid of the geometry."""
    steps = iter(delta.deltas)
    counts = iter(delta.vertex_counts)
    x = y = 0

    def ring():
        nonlocal x, y
        vertices = []
        for _ in range(next(counts)):
            x += next(steps)
            y += next(steps)
            vertices.append((x * delta.resolution, y * delta.resolution))
        return vertices + vertices[:1]

    return [[ring() for _ in range(rings)] for rings in delta.ring_counts]
