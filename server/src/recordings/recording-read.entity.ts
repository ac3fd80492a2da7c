import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { idColumn, referenceColumn, timestampColumn } from '../database/columns.js';
import { RecordingEntity } from './recording.entity.js';

/** A worker has read a recording; the carer is shown who did, and when first. */
@Entity('recording_reads')
@Index('ix_recording_reads_once', ['recordingId', 'workerId'], { unique: true })
export class RecordingReadEntity {
  @idColumn() id: string;
  @referenceColumn() recordingId: string;
  @referenceColumn() workerId: string;
  @timestampColumn() readAt: Date;

  @ManyToOne(() => RecordingEntity, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'recordingId', foreignKeyConstraintName: 'fk_recording_reads_recording' })
  recording?: RecordingEntity;
}
