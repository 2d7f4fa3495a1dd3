/// Something somebody wrote.
struct Post {
  /// Who wrote it.
  let author: Int
  /// When, in minutes of the village's year.
  let minute: Int
  /// What it is about.
  let topic: Topic
  /// The post it goes on from, by its place in the village's list.
  var parent: Int?
  /// How strongly it draws reactions, where 1 is usual; not written to the files.
  var pull = 1.0
  /// The brand it speaks for, if any: written as a mention of that brand.
  var endorsement: Endorsement?
}

/// What a post does for a brand.
struct Endorsement {
  /// The brand.
  let brand: Int
  /// How curious it makes those who do not care, where 1 is usual.
  var lure = 1.0
  /// How much dearer the thing it speaks of is than the brand's usual ones.
  var worth = 1
}

/// One thing a person did to another in public.
struct Interaction {
  /// What was done.
  enum Kind: String {
    case mention, reply, share, like
  }

  /// What it was done about: nothing, a post, or (an answer) another interaction.
  enum Subject {
    case none
    case post(Int)
    case interaction(Int)
  }

  /// When, in minutes of the village's year.
  let minute: Int
  /// Who did it.
  let source: Int
  /// What was done.
  let kind: Kind
  /// To whom.
  let target: Int
  /// About what.
  let subject: Subject
}
