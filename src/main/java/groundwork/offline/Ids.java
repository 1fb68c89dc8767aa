package groundwork.offline;

/** Whether resources have their ids: after they were made, or while they are only previewed. */
public enum Ids {
    KNOWN,
    UNKNOWN
}
