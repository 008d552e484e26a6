//! How long it takes to read a dataset of three sizes in each format and to build its graph, in statements a second.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use stancegraph::GraphBuilder;
use stancegraph::format::{Format, read, write};

fn load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    group.sample_size(10);
    for size in world::SIZES {
        let draft = world::draft(size);
        group.throughput(Throughput::Elements(size as u64));
        for format in Format::ALL {
            let text = write(&draft, *format);
            let name = BenchmarkId::new(format.as_str(), size);
            group.bench_function(name, |bench| bench.iter(|| read(&text, *format, "world").draft));
        }
        group.bench_function(BenchmarkId::new("build", size), |bench| {
            bench.iter_with_setup(
                || draft.clone(),
                |draft| GraphBuilder::new().add(draft).build().expect("sound"),
            );
        });
    }
    group.finish();
}

criterion_group!(benches, load);
criterion_main!(benches);
