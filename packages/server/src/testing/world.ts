import type {
  CallStatus,
  Direction,
  MessageChannel,
  MessageStatus,
  PlanStatus,
  SuggestionOutcome,
  TodoStatus,
} from '@inlay/sdk/contract';

/** Rows as they are imported; a world is plain arrays of them, several organizations together. */
export interface World {
  readonly organizations: readonly { id: string; name: string; timezone: string }[];
  readonly teams: readonly { org_id: string; id: string; name: string }[];
  readonly members: readonly { org_id: string; id: string; name: string; is_active?: boolean }[];
  readonly team_members: readonly {
    org_id: string;
    team_id: string;
    member_id: string;
    is_manager: boolean;
  }[];
  readonly phones: readonly { org_id: string; id: string; number?: string; label?: string }[];
  readonly phone_assignments: readonly { org_id: string; phone_id: string; member_id: string }[];
  readonly contacts: readonly {
    org_id: string;
    id: string;
    name?: string;
    owner_member_id?: string;
  }[];
  readonly calls: readonly CallEvent[];
  readonly messages: readonly MessageEvent[];
  readonly todos: readonly TodoEvent[];
  readonly text_agent_suggestions: readonly SuggestionEvent[];
  readonly plans: readonly PlanRow[];
  readonly plan_contacts: readonly { org_id: string; plan_id: string; contact_id: string }[];
  readonly ai_usage: readonly AiUsageEvent[];
}

export interface CallEvent {
  org_id: string;
  id: string;
  phone_id?: string;
  member_id?: string;
  contact_id?: string;
  direction: Direction;
  status: CallStatus;
  outcome?: string;
  started_at: string;
  duration_secs?: number;
  recording_url?: string;
}

export interface MessageEvent {
  org_id: string;
  id: string;
  phone_id?: string;
  member_id?: string;
  contact_id?: string;
  channel: MessageChannel;
  direction: Direction;
  status: MessageStatus;
  ai_feature?: string;
  created_at: string;
}

export interface TodoEvent {
  org_id: string;
  id: string;
  member_id?: string;
  contact_id?: string;
  status: TodoStatus;
  created_at: string;
}

export interface SuggestionEvent {
  org_id: string;
  id: string;
  phone_id?: string;
  member_id?: string;
  contact_id?: string;
  confidence: string;
  outcome: SuggestionOutcome;
  escalated: boolean;
  created_at: string;
}

export interface PlanRow {
  org_id: string;
  id: string;
  owner_member_id?: string;
  status: PlanStatus;
  created_at: string;
}

export interface AiUsageEvent {
  org_id: string;
  id: string;
  member_id?: string;
  feature: string;
  tokens: number;
  cost_usd: string;
  created_at: string;
}

/** A world without a row, to spread over. */
export const emptyWorld: World = {
  organizations: [],
  teams: [],
  members: [],
  team_members: [],
  phones: [],
  phone_assignments: [],
  contacts: [],
  calls: [],
  messages: [],
  todos: [],
  text_agent_suggestions: [],
  plans: [],
  plan_contacts: [],
  ai_usage: [],
};
