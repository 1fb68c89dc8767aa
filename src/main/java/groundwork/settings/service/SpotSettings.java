package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.units.Percent;

/** The first {@code base} tasks are on demand; of the others this share is on Spot. */
@Short("share")
public record SpotSettings(
        @Setting(
                        value = "On-demand base: tasks that never run on Spot",
                        example = "1",
                        cost = "the on-demand price of each")
                @Between(min = "0", max = "5000")
                int base,
        @Setting(
                        value = "Share of the other tasks on Spot",
                        example = "50%",
                        cost = "about 30% of the on-demand price of each")
                Percent share) {}
