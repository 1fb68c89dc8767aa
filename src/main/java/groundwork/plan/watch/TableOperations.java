package groundwork.plan.watch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The operations on a table whose errors CloudWatch counts apart, by the dimension that tells each from the others. */
public final class TableOperations {
    public static final Map<Dimension, String> NAMES = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Dimension.GET_ITEM, "GetItem",
            Dimension.BATCH_GET_ITEM, "BatchGetItem",
            Dimension.QUERY, "Query",
            Dimension.SCAN, "Scan",
            Dimension.PUT_ITEM, "PutItem",
            Dimension.UPDATE_ITEM, "UpdateItem",
            Dimension.DELETE_ITEM, "DeleteItem",
            Dimension.BATCH_WRITE_ITEM, "BatchWriteItem")));

    private TableOperations() {}
}
