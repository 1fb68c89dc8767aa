package groundwork.settings;

/** Chooses the column of the default table. */
public enum EnvironmentKind {
    PRODUCTION,
    STAGING,
    PREVIEW;

    public boolean isProduction() {
        return this == PRODUCTION;
    }
}
