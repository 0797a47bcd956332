package session

import "strconv"

// Again gives the command of which a participant's event came, to be decided once more when a log has lost it; nil for what hosts
// and servers do, which cannot be told from its events.
func Again(e Event) Command {
	switch e := e.(type) {
	case PersonJoined:
		return Join(e)
	case PhoneShared:
		return SharePhone(e)
	case GroupChosen:
		return ChooseGroup(e)
	case CardAdded:
		return AddCard{ID: e.ID, Text: e.Text, Why: e.Why, Sight: e.Sight}
	case CardEdited:
		return EditCard(e)
	case CardRemoved:
		return RemoveCard(e)
	case BallotCast:
		return CastBallot(e)
	case MergeDoubted:
		return DoubtMerge(e)
	case StoryShared:
		return ShareStory(e)
	case CardStrengthened:
		return StrengthenCard{e.ID, e.With != ""}
	case OptionObjected:
		return ObjectToOption(e)
	case ValueProposed:
		return ProposeValue(e)
	case ProposalWithdrawn:
		return WithdrawProposal(e)
	case SheetFilled:
		return FillSheet(e)
	case StepWritten:
		return WriteStep(e)
	case StepRemoved:
		return RemoveStep(e)
	case IntentionShared:
		return ShareIntention(e)
	case IntentionWithdrawn:
		return WithdrawIntention(e)
	case SeatTaken:
		return TakeSeat(e)
	case PenTaken:
		return TakePen{Sure: true}
	case PenLaid:
		return LayPen{}
	case DraftWritten:
		return WriteDraft{e.Value, e.Phrasing}
	case TipGiven:
		return GiveTip{e.Tip}
	case DraftChosen:
		return ChooseDraft(e)
	case TipSettled:
		return SettleTip{e.ID}
	}
	return nil
}

// Subject names what a participant's command replaces when it is the later of two with the same subject: of a ballot, a sheet, a
// group or the words on a card the last holds. "" is for commands that stand by themselves.
func Subject(c Command) string {
	switch c := c.(type) {
	case CastBallot:
		return "ballot/" + strconv.Itoa(c.Seat)
	case SharePhone:
		return "people"
	case ChooseDraft:
		return "draft"
	case FillSheet:
		return "sheet/" + c.Activity
	case ChooseGroup:
		return "group"
	case DoubtMerge:
		return "doubt/" + c.Cluster
	case ShareStory:
		return "story"
	case StrengthenCard:
		return "stronger/" + c.ID
	case ObjectToOption:
		return "option/" + c.Option
	case EditCard:
		return "card/" + c.ID
	case WriteStep:
		return "step/" + c.ID
	case ShareIntention, WithdrawIntention:
		return "intention"
	}
	return ""
}
