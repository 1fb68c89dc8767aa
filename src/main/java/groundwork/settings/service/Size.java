package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;

/** Fargate's units: 1024 is one vCPU, memory is in MiB. */
public record Size(
        @Setting(
                        value = "CPU units; 1024 is one vCPU",
                        example = "512",
                        cost = "about $30 for 1024, each task, all month")
                @Between(min = "256", max = "16384")
                int cpu,
        @Setting(value = "MiB of memory", example = "1024", cost = "about $3.25 for 1024, each task, all month")
                @Between(min = "512", max = "122880")
                int memory) {}
