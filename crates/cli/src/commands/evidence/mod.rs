//! `untoc evidence`: data from outside as evidence.

mod aggregate;
mod bar;
mod browser;
mod browser_item;
mod check;
mod example;
mod fill;
mod interview;
mod item;
mod named_table;
mod pack;
mod package;
mod prepare;
mod scratch;
mod seal;
mod show;
mod source;
mod summary;
mod table;
mod table_input;
mod verdict;

pub(crate) use browser::check_upload;
pub(crate) use browser_item::{add_upload, item_figures, item_receipt, look_at_upload};
use clap::{Args, Subcommand};

use crate::error::CommandResult;
use crate::output::Output;
use crate::world::World;

/// Check data from outside before it becomes evidence.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  untoc evidence check cases.csv                     what is in it, and may it be shared?
  untoc evidence check cases.csv --profile case      against a profile, too
  untoc evidence prepare cases.xlsx --profile case --output prepared.csv
                                                     names, codes and ages as others use them
  untoc evidence aggregate prepared.csv --like indicator --state XXA --output counts.csv
                                                     counts that may be shared, out of cases
  untoc evidence pack counts.csv --output monitoring.zip      a package to hand over
  untoc evidence add monitoring.zip                  take a package into the dossier
  untoc evidence link untoc-5-q1 court-monitoring-2025 --stance supports
  untoc evidence summary counts.csv                  what does it show? tables and charts
  untoc evidence fill tip-6-q2 victims.csv           its rows as an answer

Nothing is sent anywhere, and a checked file is never changed.")]
pub(crate) struct Evidence {
    #[command(subcommand)]
    command: EvidenceCommand,
}

#[derive(Debug, Subcommand)]
enum EvidenceCommand {
    Check(check::Check),
    Prepare(prepare::Prepare),
    Aggregate(aggregate::Aggregate),
    Summary(summary::Summary),
    Fill(fill::Fill),
    Example(example::ExampleTables),
    Pack(Box<pack::Pack>),
    Add(Box<item::add::Add>),
    Link(item::link::Link),
    Unlink(item::link::Unlink),
    List(item::list::List),
    Show(item::show::Show),
    SetAside(item::set_aside::SetAside),
    Receipt(item::receipt::ReceiptArguments),
    Describe(item::describe::Describe),
    Export(Box<item::export::ExportItem>),
    Remove(item::remove::Remove),
}

/// Runs the command.
pub(crate) fn run(
    arguments: &Evidence,
    world: &World,
    output: &mut Output,
) -> CommandResult {
    match &arguments.command {
        EvidenceCommand::Check(arguments) => check::run(arguments, world, output),
        EvidenceCommand::Summary(arguments) => summary::run(arguments, world, output),
        EvidenceCommand::Fill(arguments) => fill::run(arguments, world, output),
        EvidenceCommand::Example(arguments) => example::run(arguments, world, output),
        EvidenceCommand::Prepare(arguments) => prepare::run(arguments, world, output),
        EvidenceCommand::Aggregate(arguments) => aggregate::run(arguments, world, output),
        EvidenceCommand::Pack(arguments) => pack::run(arguments, world, output),
        EvidenceCommand::Add(arguments) => item::add::run(arguments, world, output),
        EvidenceCommand::Link(arguments) => item::link::run(arguments, world, output),
        EvidenceCommand::Unlink(arguments) => {
            item::link::run_unlink(arguments, world, output)
        }
        EvidenceCommand::List(arguments) => item::list::run(arguments, world, output),
        EvidenceCommand::Show(arguments) => item::show::run(arguments, world, output),
        EvidenceCommand::SetAside(arguments) => {
            item::set_aside::run(arguments, world, output)
        }
        EvidenceCommand::Receipt(arguments) => {
            item::receipt::run(arguments, world, output)
        }
        EvidenceCommand::Describe(arguments) => {
            item::describe::run(arguments, world, output)
        }
        EvidenceCommand::Export(arguments) => item::export::run(arguments, world, output),
        EvidenceCommand::Remove(arguments) => item::remove::run(arguments, world, output),
    }
}
