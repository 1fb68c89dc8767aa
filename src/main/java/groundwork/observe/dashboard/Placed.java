package groundwork.observe.dashboard;

import java.util.ArrayList;
import java.util.List;

/** A widget and its place on the dashboard's grid. */
record Placed(Widget widget, int x, int y) {

    /** From left to right in rows of 24 columns; a row is as high as its highest widget. */
    static List<Placed> inRows(List<Widget> widgets) {
        var placed = new ArrayList<Placed>();
        int x = 0;
        int y = 0;
        int height = 0;
        for (var widget : widgets) {
            if (x + widget.width() > Widget.COLUMNS) {
                x = 0;
                y += height;
                height = 0;
            }
            placed.add(new Placed(widget, x, y));
            x += widget.width();
            height = Math.max(height, widget.height());
        }
        return List.copyOf(placed);
    }
}
