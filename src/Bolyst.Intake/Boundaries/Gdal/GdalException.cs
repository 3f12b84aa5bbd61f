namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>A delivered file of outlines could not be read. The message says why and what to do; it does not repeat the file's name.</summary>
public sealed class GdalException(string message, Exception? inner = null) : Exception(message, inner);
