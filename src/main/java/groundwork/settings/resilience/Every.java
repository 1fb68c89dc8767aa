package groundwork.settings.resilience;

/** How often something comes round: a week begins on Sunday, a month on its first. */
public enum Every {
    DAY,
    WEEK,
    MONTH
}
